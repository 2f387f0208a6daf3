package lectern.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import lectern.AppTest;
import lectern.SmallCity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class VenueQueriesTest {
    @Autowired
    SmallCity cities;

    @Autowired
    VenueQueries venues;

    @Test
    void a_venue_is_found_in_its_units_and_nowhere_else() {
        var city = cities.make();
        var village = city.villages().getFirst();
        var keeper = city.keepers().getFirst();
        var own = city.venues().getFirst();
        var expected = new Venue(
                own,
                city.city().id(),
                village.id(),
                village.path(),
                village.name() + "站",
                "station",
                "",
                28.8 + 0.1 + 0.01,
                118.2 + 0.2,
                80,
                false,
                false);
        assertThat(SmallCity.as(keeper, () -> venues.find(own))).contains(expected);
        assertThat(SmallCity.as(keeper, () -> venues.ofUnit(village.id()))).containsExactly(expected);
        assertThat(SmallCity.as(keeper, () -> venues.byIds(city.venues())).keySet())
                .isEqualTo(Set.of(own));
        assertThat(SmallCity.as(keeper, () -> venues.find(city.venues().getLast())))
                .isEmpty();
    }
}
