package lectern.planner.search;

/// What the search pretends that a route costs for the number of its talks, beside what it costs in truth: rising
/// steeply with the first talks and hardly with the last, so that talks leave short routes for long ones until the
/// short ones are gone. Taking one talk out of a route saves little travel, taking all out saves the way there; without
/// the pretence no step would lead from one to the other. Not thread-safe.
final class Bias {

    private final long[] ofTalks;

    /// Over all routes.
    long total;

    /// @param most talks that a route can have
    Bias(int most) {
        ofTalks = new long[most + 2];
    }

    /// @param price of a route of infinitely many talks; 0 for no bias
    /// @param half number of talks at which half of that price is reached
    void set(double price, double half) {
        for (int talks = 0; talks < ofTalks.length; talks++) {
            ofTalks[talks] = Math.round(price * talks / (talks + half));
        }
    }

    /// What one talk more costs in a route of so many.
    long ofOneMore(int talks) {
        return ofTalks[talks + 1] - ofTalks[talks];
    }

    long of(int talks) {
        return ofTalks[talks];
    }
}
