package lectern.planning.board;

import java.util.List;
import java.util.stream.Stream;

/// The sentences that the board's script says by itself, while a talk is dragged and nobody is asked.
public final class BoardWords {
    private static final List<String> TERMS =
            List.of("unserved", "travel", "shift", "misfit", "load", "repeat", "overtier", "change", "move");

    /// Keys of the bundles; places to fill are `{0}` and so on.
    public static final List<String> KEYS = Stream.of(
                    Stream.of(
                            "action.close",
                            "plan.board.talks",
                            "plan.board.booked",
                            "plan.pinned",
                            "plan.pin.no",
                            "plan.pin.done",
                            "plan.pin.freed",
                            "plan.tray",
                            "plan.tray.more",
                            "plan.undo.no",
                            "plan.undo.done",
                            "plan.undo.what",
                            "plan.move.checking",
                            "plan.move.failed",
                            "plan.move.refused",
                            "plan.move.same",
                            "plan.move.cheaper",
                            "plan.move.dearer",
                            "plan.move.overlaps",
                            "plan.move.window",
                            "plan.move.no",
                            "plan.move.done",
                            "plan.move.nobody",
                            "plan.move.back"),
                    Stream.of(DraftSteps.Kind.values()).map(kind -> "plan.step." + kind),
                    Stream.of("skill", "tier", "cap", "shift", "venue", "booked", "fromHome", "home", "travel")
                            .map(rule -> "plan.broken." + rule),
                    TERMS.stream()
                            .flatMap(term -> Stream.of("more", "less").map(way -> "plan.price." + term + "." + way)))
            .flatMap(keys -> keys)
            .toList();

    private BoardWords() {}
}
