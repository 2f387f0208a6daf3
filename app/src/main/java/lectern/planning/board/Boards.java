package lectern.planning.board;

import java.util.Comparator;
import lectern.planning.Plan;
import org.springframework.stereotype.Component;

/// Puts together what officers look at.
@Component
public class Boards {
    private final Drafts drafts;
    private final LaterBookings later;

    Boards(Drafts drafts, LaterBookings later) {
        this.drafts = drafts;
        this.later = later;
    }

    public Board of(Plan plan) {
        var draft = drafts.of(plan);
        return new Board(draft, later.clashes(plan, draft));
    }

    /// Without what was booked since.
    public Draft draft(Plan plan) {
        return drafts.of(plan);
    }

    public static Summary summary(Board board) {
        var draft = board.draft();
        var terms = draft.solution().cost();
        var loads = draft.loads();
        var served = loads.values().stream().mapToInt(Integer::intValue).sum();
        return new Summary(
                served,
                draft.talks().size() - served,
                loads.size(),
                draft.solution().travelMinutes(),
                board.clashes().size(),
                terms.values().stream().mapToLong(Long::longValue).sum(),
                terms.entrySet().stream()
                        .filter(term -> term.getValue() != 0)
                        .map(term -> new Summary.Term(term.getKey(), term.getValue()))
                        .sorted(Comparator.comparingLong(Summary.Term::points).reversed())
                        .toList());
    }
}
