package lectern.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people behind "enter as". Their passwords match nothing.
final class DemoAccounts {
    private static final String NO_PASSWORD = "none";
    final DemoSpeaker speaker;
    final DemoVenue station;
    final List<DemoVenue> nearSpeaker;
    private final DemoUnits units;
    private final DemoUnit town;
    private final Chance chance;

    DemoAccounts(Chance chance, DemoUnits units, DemoPeople people, DemoVenues venues) {
        this.chance = chance;
        this.units = units;
        this.town = units.towns.getFirst();
        this.station = venues.all.stream()
                .filter(venue -> venue.isStation() && venue.unit().path().startsWith(town.path()))
                .findFirst()
                .orElseThrow();
        this.speaker = people.speakers.stream()
                .filter(each -> each.home().path().startsWith(town.path()))
                .findFirst()
                .orElseThrow();
        this.nearSpeaker = venues.all.stream()
                .filter(venue -> venue.unit().path().startsWith(town.path()) && venue != station)
                .toList();
    }

    void write(Connection connection, Instant now) throws SQLException {
        try (var accounts = new Rows()) {
            add(accounts, "demo-city-officer", "程国平", "OFFICER", units.city, null);
            add(accounts, "demo-county-officer", "沈佳宁", "OFFICER", units.counties.getFirst(), null);
            add(accounts, "demo-town-officer", "叶立新", "OFFICER", town, null);
            add(accounts, "demo-keeper", "吴玉兰", "KEEPER", station.unit(), null);
            add(accounts, "demo-speaker", speaker.name(), "SPEAKER", speaker.home(), speaker.id());
            add(accounts, "demo-administrator", "彭惠民", "ADMINISTRATOR", units.city, null);
            add(accounts, "demo-auditor", "蒋月琴", "AUDITOR", units.city, null);
            accounts.write(connection, units.city.id(), now);
        }
    }

    private void add(Rows rows, String login, String name, String role, DemoUnit unit, @Nullable UUID speakerId) {
        rows.all.add(new Row(chance.id(), chance.id(), login, name, role, unit, speakerId));
    }

    private record Row(
            UUID account,
            UUID grant,
            String login,
            String name,
            String role,
            DemoUnit unit,
            @Nullable UUID speakerId) {}

    private static final class Rows implements AutoCloseable {
        private final List<Row> all = new java.util.ArrayList<>();

        void write(Connection connection, UUID cityId, Instant now) throws SQLException {
            try (var copy = new Copy(
                    connection, "account (id, city_id, path, login, name, password_hash, speaker_id, created_at)")) {
                for (var row : all) {
                    copy.row(
                            row.account(),
                            cityId,
                            row.unit().path(),
                            row.login(),
                            row.name(),
                            NO_PASSWORD,
                            row.speakerId(),
                            now);
                }
            }
            try (var copy =
                    new Copy(connection, "role_grant (id, account_id, role, unit_id, city_id, path, granted_at)")) {
                for (var row : all) {
                    copy.row(
                            row.grant(),
                            row.account(),
                            row.role(),
                            row.unit().id(),
                            cityId,
                            row.unit().path(),
                            now);
                }
            }
        }

        @Override
        public void close() {
            all.clear();
        }
    }
}
