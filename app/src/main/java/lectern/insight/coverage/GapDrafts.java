package lectern.insight.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.org.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Drafts a request for each village: at its own venue, ticked where nothing of the kind is under way. Nothing is
/// stored
/// before the officer has looked it over.
@Component
class GapDrafts {
    private static final int MOST_EXPECTED = 100_000;
    private static final int USUALLY_EXPECTED = 40;

    private final GapQueries gaps;
    private final JdbcClient jdbc;

    GapDrafts(GapQueries gaps, JdbcClient jdbc) {
        this.gaps = gaps;
        this.jdbc = jdbc;
    }

    /// @param typed the form's single fields: `venue-ID` and `expected-ID` by village
    @Transactional(readOnly = true)
    public List<GapDraft> of(Unit unit, GapForm form, List<UUID> villages, Map<String, String> typed, LocalDate today) {
        var venues = venues(villages);
        return gaps.byIds(unit, form.subject(), villages.toArray(UUID[]::new), today).stream()
                .map(village -> draft(village, venues.getOrDefault(village.id(), List.of()), form, typed))
                .toList();
    }

    private Map<UUID, List<GapDraft.VenueChoice>> venues(List<UUID> villages) {
        return jdbc.sql("""
                        select id, unit_id, name, capacity from venue_at_unit where unit_id = any(:units)
                        order by capacity desc, name, id
                        """).param("units", villages.toArray(UUID[]::new)).query(GapDraft.VenueChoice.class).stream()
                .collect(Collectors.groupingBy(GapDraft.VenueChoice::unitId));
    }

    private static GapDraft draft(
            VillageGap village, List<GapDraft.VenueChoice> venues, GapForm form, Map<String, String> typed) {
        var chosen = chosen(venues, typed.get("venue-" + village.id()));
        if (form.isFirst()) {
            var expected = chosen == null ? USUALLY_EXPECTED : Math.min(USUALLY_EXPECTED, chosen.capacity());
            var idle = village.coming() == null && !village.asked();
            return new GapDraft(village, venues, id(chosen), Integer.toString(expected), chosen != null && idle, null);
        }
        var expected = typed.getOrDefault("expected-" + village.id(), Integer.toString(USUALLY_EXPECTED));
        var ticked = form.ticked().contains(village.id());
        return new GapDraft(village, venues, id(chosen), expected, ticked, ticked ? problem(chosen, expected) : null);
    }

    private static @Nullable UUID id(GapDraft.@Nullable VenueChoice venue) {
        return venue == null ? null : venue.id();
    }

    private static GapDraft.@Nullable VenueChoice chosen(List<GapDraft.VenueChoice> venues, @Nullable String typed) {
        return venues.stream()
                .filter(venue -> venue.id().toString().equals(typed))
                .findFirst()
                .orElse(venues.isEmpty() ? null : venues.getFirst());
    }

    private static @Nullable String problem(GapDraft.@Nullable VenueChoice venue, String expected) {
        if (venue == null) {
            return "coverage.close.noVenue";
        }
        try {
            var people = Integer.parseInt(expected.strip());
            return people < 1 || people > MOST_EXPECTED ? "coverage.close.expected" : null;
        } catch (NumberFormatException noNumber) {
            return "coverage.close.expected";
        }
    }
}
