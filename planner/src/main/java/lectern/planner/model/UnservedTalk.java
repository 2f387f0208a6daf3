package lectern.planner.model;

/// A talk that the plan leaves out, and where the search for a speaker narrowed to nobody.
///
/// @param talk id
/// @param funnel beside the plan as it stands
/// @param blocked the first test after which nobody was left, [FunnelTest#COST] where somebody was
public record UnservedTalk(String talk, FunnelCounts funnel, FunnelTest blocked) {}
