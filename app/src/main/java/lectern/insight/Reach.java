package lectern.insight;

/// How many of a unit's villages had a talk.
public record Reach(long reached, long villages) {
    static final Reach NONE = new Reach(0, 0);

    /// 0 to 1.
    double share() {
        return villages == 0 ? 0 : (double) reached / villages;
    }

    Reach plus(Reach other) {
        return new Reach(reached + other.reached, villages + other.villages);
    }
}
