package lectern.programme.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lectern.programme.talk.TalkState;
import org.jspecify.annotations.Nullable;

/// A talk in a calendar.
///
/// @param speaker null while nobody is found, and in the speaker's own calendar
/// @param revision rises with every change of time, venue, speaker, topic or state
public record CalendarTalk(
        UUID id,
        String topic,
        String unit,
        String venue,
        String address,
        double lat,
        double lon,
        @Nullable String speaker,
        Instant startsAt,
        Instant endsAt,
        LocalDate day,
        TalkState state,
        int revision,
        Instant changedAt) {
    /// Where it opens: a speaker has no page of it, but its card among his tasks.
    public String href(boolean own) {
        return own ? "/tasks#task-" + id : "/talks/" + id;
    }

    /// Reads a row of `calendar_talk` or `speaker_calendar_talk`.
    public static CalendarTalk of(ResultSet row) throws SQLException {
        return new CalendarTalk(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("unit"),
                row.getString("venue"),
                row.getString("address"),
                row.getDouble("lat"),
                row.getDouble("lon"),
                row.getString("speaker"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getObject("day", LocalDate.class),
                TalkState.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getTimestamp("changed_at").toInstant());
    }
}
