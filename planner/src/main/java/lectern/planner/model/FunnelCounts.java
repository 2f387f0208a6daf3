package lectern.planner.model;

/// How many speakers are left after each [FunnelTest] in turn.
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
