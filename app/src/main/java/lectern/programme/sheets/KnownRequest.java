package lectern.programme.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.programme.Window;

/// A request that is there already.
record KnownRequest(
        UUID id,
        UUID venueId,
        UUID topicId,
        String segment,
        int expected,
        String note,
        String state,
        List<Window> windows) {
    /// Whether it waits for a decision or for a plan.
    boolean isOpen() {
        return state.equals("ASKED") || state.equals("APPROVED");
    }

    boolean isPlanned() {
        return state.equals("SCHEDULED");
    }

    /// The same values with what stands here in the columns that can change.
    Map<String, String> of(Map<String, String> said) {
        var values = new HashMap<>(said);
        values.replace(RequestSheet.EXPECTED, Integer.toString(expected));
        values.replace(RequestSheet.NOTE, note);
        return values;
    }
}
