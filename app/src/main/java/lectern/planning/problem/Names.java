package lectern.planning.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What things are called in a problem. A request and a speaker have their id; the others stand apart from those.
final class Names {
    private static final String BOOKED = "booked:";
    private static final String TOPIC = "topic:";

    private Names() {}

    /// A talk that was booked before, and the stand-in that holds its venue when its speaker is not in the problem.
    static String booked(UUID talk) {
        return BOOKED + talk;
    }

    static boolean isBooked(String name) {
        return name.startsWith(BOOKED);
    }

    /// The request, or the booked talk, of that name; null for a name that is neither.
    static @Nullable UUID idOf(String talk) {
        var id = isBooked(talk) ? talk.substring(BOOKED.length()) : talk;
        return id.isEmpty() ? null : UUID.fromString(id);
    }

    static boolean isTopic(String skill) {
        return skill.startsWith(TOPIC);
    }

    static String home(UUID speaker) {
        return "home:" + speaker;
    }

    static String topic(UUID topic) {
        return TOPIC + topic;
    }

    static String serves(String level) {
        return "serves:" + level;
    }
}
