package lectern.planner.model;

import org.jspecify.annotations.Nullable;

/// A place where talks are held or where speakers set out.
///
/// @param id once among the problem's places, not empty
/// @param position null only where travel is a matrix
/// @param exclusive whether two talks here may not overlap in time
public record Place(String id, @Nullable Position position, boolean exclusive) {}
