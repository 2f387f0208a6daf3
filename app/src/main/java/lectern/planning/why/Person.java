package lectern.planning.why;

import java.time.Instant;
import java.util.UUID;
import lectern.planning.problem.Reasoning.Hindrance;
import org.jspecify.annotations.Nullable;

/// A speaker as one talk sees him.
///
/// @param way minutes from home to the venue
/// @param talks that he has besides in the period
/// @param hindrance what keeps him away, null for who could come
/// @param inTheWay what the talk in the way is about, empty where none is
/// @param from when his nearest free time begins, null where that is not what keeps him away
/// @param to when it ends
/// @param startsAt when he could best give it, null for who cannot
public record Person(
        UUID id,
        String name,
        String unit,
        int tier,
        int way,
        long talks,
        @Nullable Hindrance hindrance,
        String inTheWay,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant startsAt) {
    /// The rule that keeps him away; `free` for who could come.
    public String rule() {
        return hindrance == null ? "free" : hindrance.rule();
    }
}
