package lectern.people;

import java.util.List;
import java.util.UUID;
import lectern.org.UnitNames;
import lectern.platform.edit.CellEdit;
import lectern.platform.edit.EditAnswers;
import lectern.platform.edit.RowsEdit;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// Changes speakers in their list: a cell, or one field of many.
@Controller
class SpeakerEditPages {
    private static final String IDS = "select s.id " + SpeakerQueries.FILTER + " order by s.id limit :most";

    private final SpeakerEdits edits;
    private final SpeakerQueries queries;
    private final EditAnswers answers;
    private final UnitNames units;

    SpeakerEditPages(SpeakerEdits edits, SpeakerQueries queries, EditAnswers answers, UnitNames units) {
        this.edits = edits;
        this.queries = queries;
        this.answers = answers;
        this.units = units;
    }

    @PostMapping("/speakers/cells")
    @Allow(Role.OFFICER)
    ResponseEntity<EditAnswers.Answer> cell(@ModelAttribute CellEdit edit, Actor actor) {
        return answers.cell(actor, edits, edit);
    }

    @PostMapping("/speakers/rows")
    @Allow(Role.OFFICER)
    @Transactional
    public ResponseEntity<EditAnswers.Answer> rows(
            @ModelAttribute RowsEdit edit, @ModelAttribute SpeakersAsked asked, Actor actor) {
        return answers.rows(actor, edits, edit, most -> matching(asked, actor, most));
    }

    private List<UUID> matching(SpeakersAsked asked, Actor actor, int most) {
        var filter = asked.filter(asked.below(units), actor.zone());
        return queries.filtered(IDS, filter)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
