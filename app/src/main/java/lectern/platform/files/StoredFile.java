package lectern.platform.files;

import java.util.UUID;

/// A file that was handed in.
///
/// @param name as its owner called it; never used as a path
/// @param sha256 hexadecimal, of the content
public record StoredFile(UUID id, String name, String mediaType, long bytes, String sha256) {}
