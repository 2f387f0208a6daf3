package lectern.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

/// Makes the demo city: the same seed on the same day makes the same city, to the last identifier.
public final class DemoCity {
    private DemoCity() {}

    public static boolean isLoaded(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("select exists (select 1 from city)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /// Loads it in one transaction.
    ///
    /// @param owner a connection of the schema's owner
    /// @param today the local day in the city's zone; the past year ends the day before
    /// @param seal seals a phone number
    public static void load(Connection owner, LocalDate today, long seed, Function<String, byte[]> seal)
            throws SQLException {
        var chance = new Chance(seed);
        var units = new DemoUnits(chance);
        var people = new DemoPeople(chance, units);
        var venues = new DemoVenues(chance, units);
        var accounts = new DemoAccounts(chance, units, people, venues);
        var calendar = new DemoCalendar(chance, venues, people);
        var programme = new DemoProgramme(chance, calendar, today);
        var weeks = new DemoWeeks(chance, venues, people, calendar, today, accounts);

        owner.setAutoCommit(false);
        var guarded = guardedTables(owner);
        guard(owner, guarded, "no force");
        writeUnits(owner, units);
        writeDictionaries(owner, units.city.id(), chance);
        people.write(owner, units.city.id(), seal);
        venues.write(owner, units.city.id());
        programme.write(owner, units.city.id(), programme.talks);
        programme.write(owner, units.city.id(), weeks.talks);
        weeks.write(owner, units.city.id(), people);
        accounts.write(owner, today.atStartOfDay(DemoCalendar.ZONE).toInstant());
        DemoProgramme.rollUp(owner);
        try (var statement = owner.createStatement()) {
            statement.execute("set constraints all immediate");
        }
        guard(owner, guarded, "force");
        owner.commit();
        owner.setAutoCommit(true);
        try (var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static List<String> guardedTables(Connection owner) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("select relname from pg_class where relforcerowsecurity")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /// COPY does not go together with row security that is forced on the owner too. It is lifted inside the
    /// transaction of the load only; nobody else sees the tables without it.
    private static void guard(Connection owner, List<String> tables, String how) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (var table : tables) {
                statement.execute("alter table " + table + " " + how + " row level security");
            }
        }
    }

    private static void writeUnits(Connection owner, DemoUnits units) throws SQLException {
        try (var copy = new Copy(owner, "unit (id, city_id, parent_id, path, code, name, level, lat, lon)")) {
            for (var unit : units.all) {
                var parent = unit.parent();
                copy.row(
                        unit.id(),
                        units.city.id(),
                        parent == null ? null : parent.id(),
                        unit.path(),
                        unit.code(),
                        unit.name(),
                        unit.level(),
                        unit.lat(),
                        unit.lon());
            }
        }
        try (var copy = new Copy(owner, "city (id, path, zone)")) {
            copy.row(units.city.id(), units.city.path(), DemoCalendar.ZONE.getId());
        }
        var writer = new GeoJsonWriter(5);
        writer.setEncodeCRS(false);
        try (var copy = new Copy(owner, "unit_boundary (unit_id, path, geometry)")) {
            for (var unit : units.all) {
                copy.row(unit.id(), unit.path(), writer.write(unit.outline()));
            }
        }
    }

    private static void writeDictionaries(Connection owner, UUID cityId, Chance chance) throws SQLException {
        try (var copy = new Copy(owner, "dictionary_entry (id, city_id, kind, code, name_zh, name_en, rank)")) {
            var ranks = new java.util.HashMap<String, Integer>();
            for (var line : WordLists.lines("org/dictionaries.csv")) {
                var cells = line.split(",", 4);
                copy.row(
                        chance.id(),
                        cityId,
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3],
                        ranks.merge(cells[0], 1, Integer::sum));
            }
        }
    }
}
