package lectern.planning.board;

import java.time.Instant;
import java.util.UUID;
import lectern.programme.OpenRequest;
import org.jspecify.annotations.Nullable;

/// A request as the plan has it.
///
/// @param given who gives the talk and when, or null when it is left out
/// @param blocked the first test at which no speaker was left, as in the planner's funnel; empty when it is served
public record BoardTalk(OpenRequest request, @Nullable Given given, String blocked) {
    /// @param start minute of the plan's horizon
    /// @param pinned whether planning a part again leaves it as it is
    public record Given(UUID speaker, String name, int start, Instant startsAt, boolean byHand, boolean pinned) {}

    public UUID id() {
        return request.id();
    }

    public boolean isServed() {
        return given != null;
    }
}
