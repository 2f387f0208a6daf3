package lectern.content;

import java.util.List;
import java.util.UUID;
import lectern.platform.edit.CellEdit;
import lectern.platform.edit.EditAnswers;
import lectern.platform.edit.RowsEdit;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes topics in their list: a cell, or one field of many. They hold for the whole city, so only its own officers
/// do that.
@Controller
class TopicEditPages {
    private static final String IDS = "select id " + TopicQueries.FILTER + " limit :most";

    private final TopicEdits edits;
    private final TopicQueries queries;
    private final EditAnswers answers;

    TopicEditPages(TopicEdits edits, TopicQueries queries, EditAnswers answers) {
        this.edits = edits;
        this.queries = queries;
        this.answers = answers;
    }

    @PostMapping("/topics/cells")
    @Allow(Role.OFFICER)
    ResponseEntity<EditAnswers.Answer> cell(@ModelAttribute CellEdit edit, Actor actor) {
        require(actor);
        return answers.cell(actor, edits, edit);
    }

    @PostMapping("/topics/rows")
    @Allow(Role.OFFICER)
    @Transactional
    public ResponseEntity<EditAnswers.Answer> rows(
            @ModelAttribute RowsEdit edit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            Actor actor) {
        require(actor);
        return answers.rows(actor, edits, edit, most -> matching(q, state, most));
    }

    private List<UUID> matching(String q, String state, int most) {
        return queries.filtered(IDS, q, state.equals("retired"), "name")
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static void require(Actor actor) {
        if (!actor.unitId().equals(actor.cityId())) {
            throw Refusal.notFound();
        }
    }
}
