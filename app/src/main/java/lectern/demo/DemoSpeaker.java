package lectern.demo;

import java.util.List;
import java.util.UUID;

/// A speaker of the demo city.
///
/// @param county index of the county that he belongs to
record DemoSpeaker(UUID id, DemoUnit home, int county, String name, int tier, List<UUID> topics) {}
