package lectern.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A station in every village, a practice centre in every town and county, halls, schools, workshops, courtyards,
/// boats.
final class DemoVenues {
    private static final String[] EXTRA = {"school", "workshop", "courtyard", "boat", "hall"};
    private static final int[] EXTRA_SHARES = {34, 30, 20, 4, 12};

    final List<DemoVenue> all = new ArrayList<>();
    final List<List<DemoVenue>> stations = new ArrayList<>();
    final List<List<DemoVenue>> large = new ArrayList<>();
    private final Chance chance;

    DemoVenues(Chance chance, DemoUnits units) {
        this.chance = chance;
        units.counties.forEach(county -> {
            stations.add(new ArrayList<>());
            large.add(new ArrayList<>());
        });
        units.villages.forEach(village -> add(units, village, "station", chance.between(6, 12) * 10));
        units.towns.forEach(town -> {
            add(units, town, "town_centre", chance.between(15, 40) * 10);
            for (var number = 0; number < 9; number++) {
                var kind = chance.weighted(EXTRA_SHARES);
                add(units, town, EXTRA[kind], chance.between(12, kind == 4 ? 90 : 60) * 10);
            }
        });
        units.counties.forEach(county -> {
            add(units, county, "county_centre", 600);
            add(units, county, "hall", 1_200);
        });
    }

    private void add(DemoUnits units, DemoUnit unit, String kind, int capacity) {
        var venue = new DemoVenue(chance.id(), unit, DemoPeople.county(units, unit), kind, capacity);
        all.add(venue);
        (venue.isStation() ? stations : large).get(venue.county()).add(venue);
    }

    void write(Connection connection, UUID cityId) throws SQLException {
        var numbers = new java.util.HashMap<String, Integer>();
        try (var copy =
                new Copy(connection, "venue (id, city_id, unit_id, path, name, kind, address, lat, lon, capacity)")) {
            for (var venue : all) {
                var number = numbers.merge(venue.unit().path() + venue.kind(), 1, Integer::sum);
                copy.row(
                        venue.id(),
                        cityId,
                        venue.unit().id(),
                        venue.unit().path(),
                        name(venue, number),
                        venue.kind(),
                        venue.unit().name() + chance.between(1, 99) + "号",
                        venue.unit().lat() + (chance.unit() - 0.5) * 0.004,
                        venue.unit().lon() + (chance.unit() - 0.5) * 0.004,
                        venue.capacity());
            }
        }
    }

    private static String name(DemoVenue venue, int number) {
        var unit = venue.unit().name();
        var suffix = number == 1 ? "" : String.valueOf(number);
        return switch (venue.kind()) {
            case "station" -> unit + "文明实践站";
            case "town_centre" -> unit + "实践所";
            case "county_centre" -> unit + "实践中心";
            case "hall" -> unit + "大讲坛" + suffix;
            case "school" -> unit + "第" + number + "学校";
            case "workshop" -> unit + "车间课堂" + suffix;
            case "courtyard" -> unit + "小院课堂" + suffix;
            default -> unit + "船头课堂" + suffix;
        };
    }
}
