package lectern;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lectern.platform.database.Identifiers;
import lectern.platform.database.OwnerConnections;
import lectern.platform.database.Scopes;
import lectern.platform.security.Actor;
import lectern.platform.security.Role;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/// Makes a little city for a test: city, two counties, two towns in each, two villages in each town, each unit with an
/// officer, each village with a keeper, a venue and a speaker with every topic.
public class SmallCity {
    public static final String PASSWORD = "Correct-horse-7-battery";
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger NUMBER = new AtomicInteger(100);
    /// A hash that never matches: tests sign in without the slow password hash, see [Visitor].
    private static final String NO_PASSWORD = "none";

    /// A unit of it. `keeper` is null above villages.
    public record Place(
            UUID id,
            String path,
            String name,
            String level,
            @org.jspecify.annotations.Nullable Actor officerOrNull) {
        public Actor officer() {
            return java.util.Objects.requireNonNull(officerOrNull);
        }
    }

    /// @param villages eight of them, the first four in the first county
    public record Made(
            Place city,
            List<Place> counties,
            List<Place> towns,
            List<Place> villages,
            List<UUID> topics,
            List<Actor> keepers,
            List<UUID> speakers,
            List<Actor> speakerActors,
            List<UUID> venues,
            Actor auditor,
            Actor administrator,
            Actor countyAuditor,
            Actor countyAdministrator) {}

    private final OwnerConnections owner;

    SmallCity(OwnerConnections owner) {
        this.owner = owner;
    }

    /// For a server that runs in a process of its own.
    public static SmallCity with(OwnerConnections owner) {
        return new SmallCity(owner);
    }

    /// The log-in name of an account that [#make] made.
    public static String login(Actor actor, String what) {
        return what + "-" + actor.accountId();
    }

    /// Makes a new one, with names that no other has.
    public Made make() {
        try (var connection = owner.open()) {
            connection.setAutoCommit(false);
            var made = new Maker(connection, NUMBER.incrementAndGet()).make();
            connection.commit();
            return made;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Lets them come in through the log-in page, with [#PASSWORD].
    public void givePasswords(Actor... actors) {
        var hash = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        try (var connection = owner.open();
                var update = connection.prepareStatement("update account set password_hash = ? where id = ?")) {
            for (var actor : actors) {
                update.setString(1, hash);
                update.setObject(2, actor.accountId());
                update.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Does something as an actor, as a request of his would.
    public static <T> T as(Actor actor, Supplier<T> work) {
        return actor.call(() -> Scopes.call(actor.scope(), work));
    }

    /// Rows as the owner sees them, past every scope: for independent checks.
    public long count(String sql, Object... parameters) {
        try (var connection = owner.open();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// One text as the owner sees it.
    public String text(String sql, Object... parameters) {
        try (var connection = owner.open();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Maker {
        private final Connection connection;
        private final int number;
        private final List<Place> units = new java.util.ArrayList<>();
        private UUID cityId = new UUID(0, 0);

        Maker(Connection connection, int number) {
            this.connection = connection;
            this.number = number;
        }

        Made make() throws SQLException {
            var city = unit(null, "T" + number, "试验市" + number, "CITY", 29.0, 118.5);
            dictionaries();
            var topics = List.of(topic("law", "法律进家门"), topic("health", "春季健康"), topic("fraud", "防骗一课"));
            var counties = new java.util.ArrayList<Place>();
            var towns = new java.util.ArrayList<Place>();
            var villages = new java.util.ArrayList<Place>();
            var keepers = new java.util.ArrayList<Actor>();
            var speakers = new java.util.ArrayList<UUID>();
            var speakerActors = new java.util.ArrayList<Actor>();
            var venues = new java.util.ArrayList<UUID>();
            for (var c = 1; c <= 2; c++) {
                var county = unit(
                        city, city.path().replace("/", "") + "0" + c, "第" + c + "县", "COUNTY", 29.0, 118.2 + c * 0.2);
                counties.add(county);
                for (var t = 1; t <= 2; t++) {
                    var town = unit(
                            county,
                            code(county) + "0" + t,
                            county.name() + "第" + t + "镇",
                            "TOWN",
                            28.8 + t * 0.1,
                            118.2 + c * 0.2);
                    towns.add(town);
                    for (var v = 1; v <= 2; v++) {
                        var lat = 28.8 + t * 0.1 + v * 0.01;
                        var lon = 118.2 + c * 0.2;
                        var village =
                                unit(town, code(town) + "0" + v, town.name() + "第" + v + "村", "VILLAGE", lat, lon);
                        villages.add(village);
                        venues.add(venue(village, lat, lon));
                        var speaker = speaker(village, lat, lon, topics);
                        speakers.add(speaker);
                        keepers.add(account("keeper", village, Role.KEEPER, null));
                        speakerActors.add(account("speaker", village, Role.SPEAKER, speaker));
                    }
                }
            }
            return new Made(
                    city,
                    counties,
                    towns,
                    villages,
                    topics,
                    keepers,
                    speakers,
                    speakerActors,
                    venues,
                    account("auditor", city, Role.AUDITOR, null),
                    account("administrator", city, Role.ADMINISTRATOR, null),
                    account("auditor", counties.getFirst(), Role.AUDITOR, null),
                    account("administrator", counties.getFirst(), Role.ADMINISTRATOR, null));
        }

        private static String code(Place unit) {
            var parts = unit.path().split("/");
            return parts[parts.length - 1];
        }

        private Place unit(
                @org.jspecify.annotations.Nullable Place parent,
                String code,
                String name,
                String level,
                double lat,
                double lon)
                throws SQLException {
            var id = Identifiers.next();
            if (parent == null) {
                cityId = id;
            }
            var path = (parent == null ? "" : parent.path()) + code + "/";
            run("""
                    insert into unit (id, city_id, parent_id, path, code, name, level, lat, lon)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, id, cityId, parent == null ? null : parent.id(), path, code, name, level, lat, lon);
            if (parent == null) {
                run(
                        "insert into city (id, path, zone) values (?, ?, ?) on conflict do nothing",
                        id,
                        path,
                        ZONE.getId());
            }
            var bare = new Place(id, path, name, level, null);
            var unit = new Place(id, path, name, level, account("officer", bare, Role.OFFICER, null));
            units.add(unit);
            return unit;
        }

        private Actor account(String what, Place unit, Role role, @org.jspecify.annotations.Nullable UUID speaker)
                throws SQLException {
            var id = Identifiers.next();
            var grant = Identifiers.next();
            var name = unit.name() + what;
            run("""
                    insert into account (id, city_id, path, login, name, password_hash, speaker_id, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """, id, cityId, unit.path(), what + "-" + id, name, NO_PASSWORD, speaker, now());
            run("""
                    insert into role_grant (id, account_id, role, unit_id, city_id, path, granted_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """, grant, id, role.name(), unit.id(), cityId, unit.path(), now());
            return new Actor(
                    id,
                    name,
                    grant,
                    role,
                    unit.id(),
                    unit.name(),
                    unit.level(),
                    cityId,
                    unit.path(),
                    ZONE,
                    speaker,
                    List.of(new Actor.Choice(grant, role, unit.name())));
        }

        private void dictionaries() throws SQLException {
            entry("SOURCE", "volunteer", "志愿者", "Volunteer", 1);
            entry("SOURCE", "expert", "专家学者", "Expert", 2);
            entry("SEGMENT", "elderly", "老年人", "Elderly", 1);
            entry("SEGMENT", "youth", "青少年", "Youth", 2);
            entry("FORM", "lecture", "讲座", "Lecture", 1);
            entry("VENUE_KIND", "station", "文明实践站", "Station", 1);
            entry("TIER", "speaker", "宣讲员", "Speaker", 1);
            entry("TIER", "core", "骨干", "Core speaker", 2);
        }

        private void entry(String kind, String code, String zh, String en, int rank) throws SQLException {
            run("""
                    insert into dictionary_entry (id, city_id, kind, code, name_zh, name_en, rank)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """, Identifiers.next(), cityId, kind, code, zh, en, rank);
        }

        private UUID topic(String code, String name) throws SQLException {
            var id = Identifiers.next();
            run("insert into topic (id, city_id, code, name, minutes) values (?, ?, ?, ?, 60)", id, cityId, code, name);
            return id;
        }

        private UUID venue(Place village, double lat, double lon) throws SQLException {
            var id = Identifiers.next();
            run("""
                    insert into venue (id, city_id, unit_id, path, name, kind, lat, lon, capacity)
                    values (?, ?, ?, ?, ?, 'station', ?, ?, 80)
                    """, id, cityId, village.id(), village.path(), village.name() + "站", lat, lon);
            return id;
        }

        private UUID speaker(Place village, double lat, double lon, List<UUID> topics) throws SQLException {
            var id = Identifiers.next();
            run("""
                    insert into speaker (id, city_id, unit_id, path, name, birth_year, source, tier, phone_tail, lat, lon, serves)
                    values (?, ?, ?, ?, ?, 1970, 'volunteer', 1, '0000', ?, ?, '{VILLAGE,TOWN}')
                    """, id, cityId, village.id(), village.path(), "讲员" + village.name(), lat, lon);
            for (var topic : topics) {
                run(
                        "insert into speaker_topic (speaker_id, topic_id, path) values (?, ?, ?)",
                        id,
                        topic,
                        village.path());
            }
            return id;
        }

        private static OffsetDateTime now() {
            return Instant.now().atOffset(ZoneOffset.UTC);
        }

        private void run(String sql, @org.jspecify.annotations.Nullable Object... parameters) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var index = 0; index < parameters.length; index++) {
                    statement.setObject(index + 1, parameters[index]);
                }
                statement.executeUpdate();
            }
        }
    }
}
