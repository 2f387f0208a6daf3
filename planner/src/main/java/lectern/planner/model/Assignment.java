package lectern.planner.model;

/// A talk given by a speaker.
///
/// @param talk id
/// @param speaker id
/// @param start minute of the horizon
public record Assignment(String talk, String speaker, int start) {}
