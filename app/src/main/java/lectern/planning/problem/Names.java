package lectern.planning.problem;

import java.util.UUID;

/// What things are called in a problem. A request and a speaker have their id; the others stand apart from those.
final class Names {
    private static final String BOOKED = "booked:";

    private Names() {}

    /// A talk that was booked before, and the stand-in that holds its venue when its speaker is not in the problem.
    static String booked(UUID talk) {
        return BOOKED + talk;
    }

    static boolean isBooked(String name) {
        return name.startsWith(BOOKED);
    }

    static String home(UUID speaker) {
        return "home:" + speaker;
    }

    static String topic(UUID topic) {
        return "topic:" + topic;
    }

    static String serves(String level) {
        return "serves:" + level;
    }
}
