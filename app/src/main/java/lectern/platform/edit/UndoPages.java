package lectern.platform.edit;

import java.util.List;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes the last change in a list back.
@Controller
class UndoPages {
    private final Edits edits;
    private final List<EditableList> lists;
    private final MessageSource messages;

    UndoPages(Edits edits, List<EditableList> lists, MessageSource messages) {
        this.edits = edits;
        this.lists = lists;
        this.messages = messages;
    }

    @PostMapping("/edits/undo")
    @Allow({Role.OFFICER, Role.KEEPER})
    ResponseEntity<EditAnswers.Answer> undo(@RequestParam(required = false) @Nullable UUID id, Actor actor) {
        var words = new Words(messages, LocaleContextHolder.getLocale());
        if (id == null) {
            throw Refusal.notFound();
        }
        try {
            var undone = edits.undo(actor, id, lists);
            return answer(
                    HttpStatus.OK,
                    undone.kept() == 0
                            ? words.of("edit.undone", undone.rows())
                            : words.of("edit.undoneSome", undone.rows(), undone.kept()));
        } catch (Refusal refusal) {
            return answer(refusal.status(), words.of(refusal.key(), refusal.arguments()));
        }
    }

    private static ResponseEntity<EditAnswers.Answer> answer(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(new EditAnswers.Answer(message, null, null));
    }
}
