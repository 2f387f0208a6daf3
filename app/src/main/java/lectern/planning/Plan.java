package lectern.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import lectern.planning.problem.Horizon;
import org.jspecify.annotations.Nullable;

/// A plan for the open requests of a unit and a period.
///
/// @param unitId whose requests are planned, with the units below it
/// @param path of the unit whose officer made it: it and those above see the plan
/// @param seconds how long the planner searches
/// @param failure message key of why there is none
/// @param requests requests in it, served or not
/// @param speakers speakers who speak in it
/// @param setAside booked talks whose time was taken out of shifts because they fit none
/// @param version raised by each change; who changes an older one is refused
public record Plan(
        UUID id,
        UUID cityId,
        UUID unitId,
        String unitName,
        String path,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        int seconds,
        PlanState state,
        @Nullable UUID jobId,
        @Nullable UUID problemFile,
        String failure,
        Instant madeAt,
        @Nullable Instant publishedAt,
        int requests,
        int served,
        int speakers,
        int setAside,
        int version) {
    public int unserved() {
        return requests - served;
    }

    public boolean isDraft() {
        return state == PlanState.DRAFT;
    }

    /// Whether there is a board to look at.
    public boolean hasResult() {
        return state == PlanState.DRAFT || state == PlanState.PUBLISHED;
    }

    public Horizon horizon(ZoneId zone) {
        return Horizon.of(firstDay, lastDay, zone);
    }
}
