package lectern.insight;

import java.util.Locale;

/// What was counted over some talks.
///
/// @param attendances people at all talks together
/// @param ratings anonymous ratings by the audience
/// @param stars their sum, each 1 to 5
public record Figure(long talks, long attendances, long ratings, long stars) {
    static final Figure NONE = new Figure(0, 0, 0, 0);

    /// People at a talk.
    public long average() {
        return talks == 0 ? 0 : Math.round((double) attendances / talks);
    }

    /// Mean stars.
    double rating() {
        return ratings == 0 ? 0 : (double) stars / ratings;
    }

    /// Mean stars with one decimal: `4.0`.
    public String ratingShown() {
        return String.format(Locale.ROOT, "%.1f", rating());
    }

    Figure plus(Figure other) {
        return new Figure(
                talks + other.talks, attendances + other.attendances, ratings + other.ratings, stars + other.stars);
    }

    Figure minus(Figure other) {
        return new Figure(
                talks - other.talks, attendances - other.attendances, ratings - other.ratings, stars - other.stars);
    }
}
