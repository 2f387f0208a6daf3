package lectern.planner.model;

/// A talk that the plan leaves out, and where the search for a speaker narrowed to nobody.
public record UnservedTalk(String talk, FunnelCounts funnel, FunnelTest blocked) {}
