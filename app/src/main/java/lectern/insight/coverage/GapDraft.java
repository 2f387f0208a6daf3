package lectern.insight.coverage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request that an officer looks over before it is made.
///
/// @param venues the village's own
/// @param venue the chosen one, null when the village has none
/// @param expected as typed
/// @param problem message key of why it cannot be made as it is, or null
public record GapDraft(
        VillageGap village,
        List<VenueChoice> venues,
        @Nullable UUID venue,
        String expected,
        boolean ticked,
        @Nullable String problem) {
    /// A venue of the village.
    public record VenueChoice(UUID id, UUID unitId, String name, int capacity) {}

    /// Whether the village has, or waits for, such a talk already.
    public boolean isUnderWay() {
        return village.coming() != null || village.asked();
    }
}
