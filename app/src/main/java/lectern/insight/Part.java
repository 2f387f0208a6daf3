package lectern.insight;

import java.util.UUID;

/// A unit directly below the one that is shown, with its figures.
///
/// @param retired it is no longer there, its talks still count
public record Part(UUID id, String name, boolean retired, Figure figure, Reach reach) {}
