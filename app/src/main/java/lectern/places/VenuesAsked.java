package lectern.places;

import static java.util.Objects.requireNonNullElse;

import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/// What the address of the list of venues narrows it to; the files made of the list are narrowed the same way.
record VenuesAsked(
        @Nullable String q,
        @Nullable String kind,
        @Nullable UUID unit,
        @Nullable Integer seats,
        @Nullable String state,
        @Nullable String sort) {
    /// The unit, when there is one.
    ///
    /// @throws Refusal 404 for one that there is not
    @Nullable
    Unit below(UnitNames units) {
        return unit == null ? null : units.find(unit).orElseThrow(Refusal::notFound);
    }

    VenueFilter filter(@Nullable Unit below) {
        return new VenueFilter(
                requireNonNullElse(q, ""),
                requireNonNullElse(kind, ""),
                below == null ? "" : below.path(),
                requireNonNullElse(seats, 0),
                "retired".equals(state),
                requireNonNullElse(sort, ""));
    }
}
