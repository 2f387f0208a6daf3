package lectern.people;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/// What the address of the list of speakers narrows it to; the files made of the list are narrowed the same way.
///
/// @param day only those who have time on that day
record SpeakersAsked(
        @Nullable String q,
        @Nullable String source,
        @Nullable Integer tier,
        @Nullable UUID topic,
        @Nullable UUID unit,
        @Nullable LocalDate day,
        @Nullable String state,
        @Nullable String sort) {
    /// The unit, when there is one.
    ///
    /// @throws Refusal 404 for one that is out of scope
    @Nullable
    Unit below(UnitNames units) {
        return unit == null ? null : units.find(unit).orElseThrow(Refusal::notFound);
    }

    SpeakerFilter filter(@Nullable Unit below, ZoneId zone) {
        return new SpeakerFilter(
                requireNonNullElse(q, ""),
                requireNonNullElse(source, ""),
                requireNonNullElse(tier, 0),
                topic,
                below == null ? "" : below.path(),
                day == null ? null : day.atStartOfDay(zone).toInstant(),
                day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant(),
                "retired".equals(state),
                requireNonNullElse(sort, ""));
    }
}
