package lectern.programme.calendar;

import java.time.LocalDate;
import java.util.UUID;
import lectern.programme.talk.TalkState;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// What an address of the calendar asks for.
///
/// @param view empty where nobody chose: the month at a desk, the agenda on a phone
record CalendarAsked(
        @Nullable String view,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate day,

        @Nullable UUID unit,
        @Nullable UUID venue,
        @Nullable UUID speaker,
        @Nullable UUID plan,
        @Nullable UUID topic,
        @Nullable TalkState state,
        @Nullable Integer page) {}
