package lectern.programme;

import java.util.List;
import java.util.UUID;

/// An approved request that waits to be planned.
///
/// @param unitLevel such as `VILLAGE`
/// @param path of the unit that asked
/// @param lat of the venue, degrees
/// @param lon of the venue, degrees
/// @param sharedVenue whether several talks at a time are possible there
/// @param minutes length of the talk
/// @param expected listeners
/// @param priority 1 to 9
public record OpenRequest(
        UUID id,
        UUID unitId,
        String unitName,
        String unitLevel,
        String path,
        UUID venueId,
        String venueName,
        double lat,
        double lon,
        boolean sharedVenue,
        UUID topicId,
        String topicName,
        String segment,
        int minutes,
        int expected,
        int priority,
        List<Window> windows) {
    /// The same with other windows.
    public OpenRequest withWindows(List<Window> others) {
        return new OpenRequest(
                id,
                unitId,
                unitName,
                unitLevel,
                path,
                venueId,
                venueName,
                lat,
                lon,
                sharedVenue,
                topicId,
                topicName,
                segment,
                minutes,
                expected,
                priority,
                others);
    }

    /// The same at another venue.
    public OpenRequest at(UUID venue, String name, double itsLat, double itsLon, boolean shared) {
        return new OpenRequest(
                id, unitId, unitName, unitLevel, path, venue, name, itsLat, itsLon, shared, topicId, topicName, segment,
                minutes, expected, priority, windows);
    }
}
