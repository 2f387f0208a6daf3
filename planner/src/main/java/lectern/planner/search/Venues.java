package lectern.planner.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import lectern.planner.model.Place;
import lectern.planner.model.Problem;
import org.jspecify.annotations.Nullable;

/// The places where talks are held: travel between them and who is near whom. Rows are computed when first asked for.
/// Thread-safe.
final class Venues {

    /// Beyond this, a full table of travel times would not fit the memory; each is then computed when asked for.
    private static final int MOST_CACHED = 6_000;

    private static final int NEIGHBOURS = 100;

    private final Problem problem;
    private final Place[] places;
    private final int[] placeOfVenue;
    private final AtomicReferenceArray<int @Nullable []> rows;
    private final AtomicReferenceArray<int @Nullable []> columns;
    private final AtomicReferenceArray<int @Nullable []> neighbours;

    Venues(Problem problem, int[] placeOfVenue) {
        this.problem = problem;
        this.places = problem.places().toArray(Place[]::new);
        this.placeOfVenue = placeOfVenue;
        this.rows = new AtomicReferenceArray<>(placeOfVenue.length);
        this.columns = problem.travel().isSymmetric() ? rows : new AtomicReferenceArray<>(placeOfVenue.length);
        this.neighbours = new AtomicReferenceArray<>(placeOfVenue.length);
    }

    int travel(int from, int to) {
        int[] row = row(from);
        return row == null ? betweenPlaces(placeOfVenue[from], placeOfVenue[to]) : row[to];
    }

    /// Minutes from this venue to each, null where there are too many to keep.
    int @Nullable [] row(int from) {
        int[] row = rows.getAcquire(from);
        return row == null && placeOfVenue.length <= MOST_CACHED ? computeRow(from) : row;
    }

    /// Minutes to this venue from each, null where there are too many to keep.
    int @Nullable [] column(int to) {
        int[] column = columns.getAcquire(to);
        return column == null && placeOfVenue.length <= MOST_CACHED ? computeColumn(to) : column;
    }

    private int[] computeRow(int from) {
        int[] row = new int[placeOfVenue.length];
        for (int to = 0; to < row.length; to++) {
            row[to] = betweenPlaces(placeOfVenue[from], placeOfVenue[to]);
        }
        rows.setRelease(from, row);
        return row;
    }

    private int[] computeColumn(int to) {
        int[] column = new int[placeOfVenue.length];
        for (int from = 0; from < column.length; from++) {
            column[from] = betweenPlaces(placeOfVenue[from], placeOfVenue[to]);
        }
        columns.setRelease(to, column);
        return column;
    }

    /// Whether a detour is never shorter, so that who cannot go to a place straight cannot go there at all. Rounding
    /// up keeps this true, rounding down does not.
    boolean detoursNeverPay() {
        return problem.travel().detoursNeverPay();
    }

    int betweenPlaces(int from, int to) {
        return problem.minutes(from, to);
    }

    /// Roughly the minutes between two places, without trigonometry where it would be slow; only for ranking.
    double roughly(int from, int to) {
        return problem.travel().roughly(from, places[from], to, places[to]);
    }

    /// The venues nearest to this one, itself first.
    int[] near(int venue) {
        int[] known = neighbours.getAcquire(venue);
        return known == null ? computeNear(venue) : known;
    }

    private int[] computeNear(int venue) {
        int count = placeOfVenue.length;
        long[] keys = new long[count];
        for (int other = 0; other < count; other++) {
            float distance = other == venue ? -1f : (float) roughly(placeOfVenue[venue], placeOfVenue[other]);
            keys[other] = ((long) Float.floatToIntBits(Math.max(0f, distance + 1f)) << 32) | other;
        }
        Arrays.sort(keys);
        int[] near = new int[Math.min(count, NEIGHBOURS)];
        for (int i = 0; i < near.length; i++) {
            near[i] = (int) keys[i];
        }
        neighbours.setRelease(venue, near);
        return near;
    }
}
