package lectern.planner.model;

/// How many speakers are left after each [FunnelTest] in turn, beside a plan as it stands; never more than before it.
///
/// @param speakers all there are
/// @param skills who have all the skills that the talk needs
/// @param tier of these, who have at least its tier
/// @param available of these, who have a shift that holds it at a minute of one of its windows
/// @param reachable of these, who can get there from home and back within such a shift
/// @param free of these, who can take it beside what they have, its place being free
public record FunnelCounts(int speakers, int skills, int tier, int available, int reachable, int free) {

    /// The first test at which nobody was left; [FunnelTest#COST] where somebody was left after all of them.
    public FunnelTest blocked() {
        if (speakers == 0) {
            return FunnelTest.SPEAKERS;
        } else if (skills == 0) {
            return FunnelTest.SKILLS;
        } else if (tier == 0) {
            return FunnelTest.TIER;
        } else if (available == 0) {
            return FunnelTest.AVAILABLE;
        } else if (reachable == 0) {
            return FunnelTest.REACHABLE;
        }
        return free == 0 ? FunnelTest.FREE : FunnelTest.COST;
    }
}
