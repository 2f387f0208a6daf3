package lectern.programme.station;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The figure that counts for a talk at present, and whether the talk takes reports at all.
@Component
class StandingFigures {
    /// How many came, and how one knows; both null before the first report.
    record Figure(@Nullable Integer people, @Nullable String source) {
        String text() {
            return HeadcountForm.figure(people, source);
        }
    }

    private record Present(String state, String reason, Instant startsAt, Figure figure) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    StandingFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Reads it and lets no other report in until this transaction is over: of two at once, one is the first.
    ///
    /// @param begins when the talk was to begin as the reporter saw it, or null
    /// @throws Refusal 409 when the talk does not take place, was moved, or has not begun
    @Transactional(propagation = Propagation.MANDATORY)
    public Figure lock(UUID talkId, @Nullable Instant begins) {
        var present = jdbc.sql("""
                        select state, reason, starts_at, attendance, attendance_source from talk where id = :id for update
                        """)
                .param("id", talkId)
                .query((row, number) -> new Present(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        new Figure(row.getObject(4, Integer.class), row.getString(5))))
                .optional()
                .orElseThrow(Refusal::notFound);
        if (present.state().equals("CANCELLED")) {
            throw Refusal.conflict("headcount.cancelled", present.reason());
        }
        if (!present.state().equals("ACCEPTED") && !present.state().equals("HELD")) {
            throw Refusal.conflict("headcount.notTakingPlace");
        }
        if (begins != null && !begins.equals(present.startsAt())) {
            throw Refusal.conflict("headcount.moved");
        }
        if (present.startsAt().isAfter(clock.instant())) {
            throw Refusal.conflict("headcount.tooEarly");
        }
        return present.figure();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isSettled(UUID differing) {
        return jdbc.sql("select exists (select 1 from headcount where settles = :id)")
                .param("id", differing)
                .query(Boolean.class)
                .single();
    }
}
