package lectern.planning.board;

import java.util.List;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.planning.Plan;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The panel beside the board: shown when a talk is chosen, and again after each change by hand.
@Component
class TalkDetails {
    private final Boards boards;
    private final Explanations explanations;
    private final Dictionary dictionary;

    TalkDetails(Boards boards, Explanations explanations, Dictionary dictionary) {
        this.boards = boards;
        this.explanations = explanations;
        this.dictionary = dictionary;
    }

    /// @param refused why the last change was not made, as in [lectern.planning.problem.Solution#broken]
    String show(Plan plan, UUID request, List<String> refused, Model model) {
        var board = boards.of(plan);
        model.addAttribute("plan", plan);
        model.addAttribute("board", board);
        model.addAttribute(
                "detail",
                explanations.of(
                        board.draft(),
                        request,
                        dictionary.entries(DictionaryKind.SEGMENT),
                        dictionary.entries(DictionaryKind.TIER),
                        refused));
        return "planning/detail";
    }
}
