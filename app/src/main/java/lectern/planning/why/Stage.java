package lectern.planning.why;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The tests of the funnel, in their order.
public enum Stage {
    SPEAKERS,
    SKILLS,
    TIER,
    AVAILABLE,
    REACHABLE,
    FREE;

    /// As in the planner's funnel.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The test of that code; of an unknown one the first.
    static Stage of(String code) {
        for (var stage : values()) {
            if (stage.code().equals(code)) {
                return stage;
            }
        }
        return SPEAKERS;
    }

    public @Nullable Stage before() {
        return this == SPEAKERS ? null : values()[ordinal() - 1];
    }
}
