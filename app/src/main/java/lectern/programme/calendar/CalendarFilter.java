package lectern.programme.calendar;

import java.util.UUID;
import lectern.programme.talk.TalkState;
import org.jspecify.annotations.Nullable;

/// Which talks a calendar shows.
///
/// @param own only the talks of the speaker who is acting, wherever they are; else what lies in scope
/// @param below path of a unit; empty for the whole scope
/// @param state null for all that were not cancelled
record CalendarFilter(
        boolean own,
        UUID cityId,
        String below,
        @Nullable UUID venue,
        @Nullable UUID speaker,
        @Nullable UUID plan,
        @Nullable UUID topic,
        @Nullable TalkState state) {}
