package lectern.programme.request;

import java.util.List;
import java.util.UUID;
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

/// Changes requests in the officer's list: a cell, or one field of many.
@Controller
class RequestEditPages {
    private static final String IDS = "select r.id from request r join unit u on u.id = r.unit_id "
            + RequestQueries.FILTER + " order by r.id limit :most";

    private final RequestEdits edits;
    private final RequestQueries queries;
    private final EditAnswers answers;

    RequestEditPages(RequestEdits edits, RequestQueries queries, EditAnswers answers) {
        this.edits = edits;
        this.queries = queries;
        this.answers = answers;
    }

    @PostMapping("/requests/cells")
    @Allow(Role.OFFICER)
    ResponseEntity<EditAnswers.Answer> cell(@ModelAttribute CellEdit edit, Actor actor) {
        return answers.cell(actor, edits, edit);
    }

    @PostMapping("/requests/rows")
    @Allow(Role.OFFICER)
    @Transactional
    public ResponseEntity<EditAnswers.Answer> rows(
            @ModelAttribute RowsEdit edit, @ModelAttribute RequestFilter asked, Actor actor) {
        return answers.rows(actor, edits, edit, most -> matching(asked, actor, most));
    }

    private List<UUID> matching(RequestFilter asked, Actor actor, int most) {
        return queries.filtered(IDS, actor, asked)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
