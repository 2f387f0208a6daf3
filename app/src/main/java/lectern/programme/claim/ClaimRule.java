package lectern.programme.claim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// What makes claiming fair, without points and without telling anybody about others: whoever has no more talks this
/// month than the middle one of those who could come may claim first, and nobody claims more than a few a week.
public final class ClaimRule {
    /// So long the others wait.
    public static final Duration HEAD_START = Duration.ofHours(4);

    /// So many claimed talks of a calendar week at most.
    public static final int WEEK_CAP = 2;

    /// Of the time until the talk, the head start takes at most this part.
    private static final int PART = 4;

    private ClaimRule() {}

    /// From when all may claim a talk that is opened now.
    static Instant allFrom(Instant opened, Instant startsAt) {
        var part = Duration.between(opened, startsAt).dividedBy(PART);
        return opened.plus(part.compareTo(HEAD_START) < 0 ? part : HEAD_START);
    }

    /// The Monday of that day's week.
    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
    }
}
