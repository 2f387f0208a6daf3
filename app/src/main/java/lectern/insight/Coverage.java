package lectern.insight;

/// How many of a unit's villages had a talk.
public record Coverage(long covered, long villages) {
    static final Coverage NONE = new Coverage(0, 0);

    /// 0 to 1.
    double share() {
        return villages == 0 ? 0 : (double) covered / villages;
    }

    Coverage plus(Coverage other) {
        return new Coverage(covered + other.covered, villages + other.villages);
    }
}
