package lectern.demo;

import java.util.UUID;

/// A venue of the demo city.
///
/// @param county index of its county
record DemoVenue(UUID id, DemoUnit unit, int county, String kind, int capacity) {
    boolean isStation() {
        return kind.equals("station");
    }
}
