package lectern.platform.edit;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Carries out what a list's page sends, and answers what the page shows: as JSON, in the reader's language.
@Component
public class EditAnswers {
    /// What a page shows after a change.
    ///
    /// @param message for the cell or the whole page; empty when all is well and the cell says it
    /// @param value what the cell holds now, where somebody else changed it
    /// @param undo the change that can be taken back
    public record Answer(
            String message,
            @Nullable String value,
            @Nullable UUID undo) {}

    private final Edits edits;
    private final MessageSource messages;

    EditAnswers(Edits edits, MessageSource messages) {
        this.edits = edits;
        this.messages = messages;
    }

    /// Changes one cell of that list.
    public ResponseEntity<Answer> cell(Actor actor, EditableList list, CellEdit edit) {
        var deed = deed(list, edit.field(), edit.value());
        var id = edit.id();
        if (id == null || edit.seen() == null) {
            throw Refusal.notFound();
        }
        var problem = list.problem(deed, actor);
        if (problem != null) {
            return refused(problem);
        }
        var edited = edits.cell(actor, list, deed, id, edit.seen());
        return edited.meanwhile() == null
                ? ResponseEntity.ok(new Answer(
                        edited.undo() == null ? "" : words().of("edit.cell.done"), deed.value(), edited.undo()))
                : ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Answer(words().of("edit.cell.meanwhile"), edited.meanwhile(), null));
    }

    /// Changes one field of many rows of that list.
    ///
    /// @param matching the ids of the rows that the page's filters match, at most so many
    public ResponseEntity<Answer> rows(
            Actor actor, EditableList list, RowsEdit edit, IntFunction<List<UUID>> matching) {
        var deed = deed(list, edit.field(), edit.value());
        var problem = list.problem(deed, actor);
        if (problem != null) {
            return refused(problem);
        }
        var ids = edit.isAll() ? matching.apply(Edits.MOST + 1) : edit.rows();
        if (ids.isEmpty()) {
            return refused("edit.rows.none");
        }
        if (ids.size() > Edits.MOST) {
            return refused("edit.rows.tooMany", Edits.MOST);
        }
        if (edit.isAll() && !Integer.valueOf(ids.size()).equals(edit.count())) {
            return refused("edit.rows.otherCount", ids.size());
        }
        var edited = edits.rows(actor, list, deed, ids);
        return ResponseEntity.ok(new Answer(
                edited.changed() == edited.asked()
                        ? words().of("edit.rows.done", edited.changed())
                        : words().of("edit.rows.doneSome", edited.changed(), edited.asked() - edited.changed()),
                null,
                edited.undo()));
    }

    private static Deed deed(EditableList list, @Nullable String field, @Nullable String value) {
        return list.deed(
                        Objects.requireNonNullElse(field, ""),
                        Objects.requireNonNullElse(value, "").strip())
                .orElseThrow(Refusal::notFound);
    }

    private ResponseEntity<Answer> refused(String key, Object... arguments) {
        return ResponseEntity.unprocessableContent().body(new Answer(words().of(key, arguments), null, null));
    }

    private Words words() {
        return new Words(messages, LocaleContextHolder.getLocale());
    }
}
