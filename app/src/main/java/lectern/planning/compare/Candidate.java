package lectern.planning.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lectern.planning.PlanState;

/// A plan to put beside another.
public record Candidate(
        UUID id,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        PlanState state,
        int served,
        int requests,
        Instant madeAt) {}
