package lectern.insight.coverage;

import java.util.UUID;

/// A unit directly below the one that is shown, with the gaps of its villages.
///
/// @param code unique within the city
public record GapPart(UUID id, String code, String name, GapCount count) {}
