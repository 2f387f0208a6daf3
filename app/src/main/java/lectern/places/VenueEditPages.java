package lectern.places;

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

/// Changes venues in their list: a cell, or one field of many.
@Controller
class VenueEditPages {
    private static final String IDS = "select v.id " + VenueLists.FILTER + " order by v.id limit :most";

    private final VenueEdits edits;
    private final VenueLists lists;
    private final EditAnswers answers;
    private final UnitNames units;

    VenueEditPages(VenueEdits edits, VenueLists lists, EditAnswers answers, UnitNames units) {
        this.edits = edits;
        this.lists = lists;
        this.answers = answers;
        this.units = units;
    }

    @PostMapping("/venues/cells")
    @Allow({Role.OFFICER, Role.KEEPER})
    ResponseEntity<EditAnswers.Answer> cell(@ModelAttribute CellEdit edit, Actor actor) {
        return answers.cell(actor, edits, edit);
    }

    @PostMapping("/venues/rows")
    @Allow({Role.OFFICER, Role.KEEPER})
    @Transactional
    public ResponseEntity<EditAnswers.Answer> rows(
            @ModelAttribute RowsEdit edit, @ModelAttribute VenuesAsked asked, Actor actor) {
        return answers.rows(actor, edits, edit, most -> matching(asked, most));
    }

    private List<UUID> matching(VenuesAsked asked, int most) {
        return lists.filtered(IDS, asked.filter(asked.below(units)))
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
