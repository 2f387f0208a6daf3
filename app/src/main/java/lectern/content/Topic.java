package lectern.content;

import java.util.UUID;

/// Something that is spoken about.
///
/// @param code unique within the city
/// @param minutes how long a talk about it usually takes
/// @param retired no longer offered
public record Topic(UUID id, String code, String name, String summary, int minutes, boolean retired) {}
