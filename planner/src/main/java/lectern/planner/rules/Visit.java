package lectern.planner.rules;

import java.util.Comparator;
import lectern.planner.model.Talk;

/// A talk at its start.
record Visit(Talk talk, int start) {

    /// The order in which one speaker gives talks. Of two at the same minute the shorter comes first, since nothing
    /// but a talk of no length can come before another.
    static final Comparator<Visit> IN_ORDER = Comparator.comparingInt(Visit::start)
            .thenComparingInt(visit -> visit.talk().minutes());

    long end() {
        return (long) start + talk.minutes();
    }
}
