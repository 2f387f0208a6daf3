package lectern.people;

import java.util.UUID;

/// A speaker in a line of text.
///
/// @param source code in the dictionary of sources
/// @param tier the rank of his step on the ladder
/// @param unitName the unit he belongs to
public record SpeakerName(UUID id, String name, String source, int tier, String unitName) {}
