package lectern.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.SmallCity;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import lectern.platform.database.Identifiers;

/// Writes drafts as the planner would leave them: approved requests, plans with their assignments, and for each plan
/// the file of what the planner was given.
final class StoredDrafts {
    private static final int MINUTES_A_DAY = 24 * 60;

    private final SmallCity.Made city;
    private final Path files;
    private final Connection owner;

    private StoredDrafts(SmallCity.Made city, Path files, Connection owner) {
        this.city = city;
        this.files = files;
        this.owner = owner;
    }

    /// @param owner in which all of it is one transaction
    static void write(List<Draft> drafts, SmallCity.Made city, Path files, Connection owner)
            throws SQLException, IOException {
        owner.setAutoCommit(false);
        var stored = new StoredDrafts(city, files, owner);
        stored.requests(drafts);
        stored.windows(drafts);
        stored.plans(drafts, stored.problems(drafts));
        stored.assignments(drafts);
        owner.commit();
        // Without it the first requests would be planned for empty tables.
        owner.setAutoCommit(true);
        try (var statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    private void requests(List<Draft> drafts) throws SQLException {
        try (var insert = owner.prepareStatement("""
                insert into request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, origin,
                                     state, asked_at)
                values (?, ?, ?, ?, ?, ?, 'elderly', ?, 40, 'KEEPER', 'APPROVED', now())
                """)) {
            for (var draft : drafts) {
                for (var talk : draft.talks()) {
                    var village = city.villages().get(talk.village());
                    add(
                            insert,
                            talk.request(),
                            city.city().id(),
                            village.id(),
                            village.path(),
                            city.venues().get(talk.village()),
                            city.topics().getFirst(),
                            talk.minutes());
                }
            }
            insert.executeBatch();
        }
    }

    private void windows(List<Draft> drafts) throws SQLException {
        try (var insert = owner.prepareStatement(
                "insert into request_window (request_id, path, opens_at, closes_at) values (?, ?, ?, ?)")) {
            for (var draft : drafts) {
                for (var talk : draft.talks()) {
                    var start = at(draft.day(), talk.start());
                    add(
                            insert,
                            talk.request(),
                            city.villages().get(talk.village()).path(),
                            start,
                            start);
                }
            }
            insert.executeBatch();
        }
    }

    /// @return the file of each draft
    private Map<Draft, UUID> problems(List<Draft> drafts) throws SQLException, IOException {
        var stored = new HashMap<Draft, UUID>();
        try (var insert = owner.prepareStatement("""
                insert into stored_file (id, city_id, path, name, media_type, bytes, sha256, stored_at)
                values (?, ?, ?, 'plan.json', 'application/json', ?, ?, now())
                """)) {
            for (var draft : drafts) {
                var content = ProblemFile.write(problem(draft.talks()));
                var id = Identifiers.next();
                add(insert, id, city.city().id(), draft.unit().path(), content.length, keep(content));
                stored.put(draft, id);
            }
            insert.executeBatch();
        }
        return stored;
    }

    private Problem problem(List<Draft.Talk> talks) {
        var places = new LinkedHashMap<String, Place>();
        var speakers = new LinkedHashMap<String, Speaker>();
        for (var talk : talks) {
            var venue = venue(talk);
            places.put(venue, place(venue, talk.village(), true));
            var speaker = city.speakers().get(talk.speaker()).toString();
            var home = "home:" + speaker;
            places.put(home, place(home, talk.speaker(), false));
            speakers.put(
                    speaker,
                    new Speaker(
                            speaker,
                            home,
                            List.of(),
                            1,
                            List.of(new Shift(0, MINUTES_A_DAY)),
                            Speaker.NO_CAP,
                            Speaker.NO_CAP,
                            0,
                            Map.of()));
        }
        return new Problem(
                new Travel.Haversine(1.3, 40),
                Weights.DEFAULT,
                List.copyOf(places.values()),
                talks.stream().map(this::talk).toList(),
                List.copyOf(speakers.values()),
                List.of(),
                List.of());
    }

    private static Place place(String id, int number, boolean exclusive) {
        return new Place(id, new Position.Degrees(29 + number * 0.01, 118.4), exclusive);
    }

    private String venue(Draft.Talk talk) {
        return city.venues().get(talk.village()).toString();
    }

    private Talk talk(Draft.Talk talk) {
        return new Talk(
                talk.request().toString(),
                venue(talk),
                talk.minutes(),
                List.of(new Window(talk.start(), talk.start())),
                List.of(),
                0,
                "elderly",
                1,
                0);
    }

    /// Files are kept by their content.
    private String keep(byte[] content) throws IOException {
        var hash = HexFormat.of().formatHex(sha256(content));
        var place = files.resolve(hash.substring(0, 2)).resolve(hash);
        Files.createDirectories(place.getParent());
        Files.write(place, content);
        return hash;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private void plans(List<Draft> drafts, Map<Draft, UUID> problems) throws SQLException {
        try (var insert = owner.prepareStatement("""
                insert into plan (id, city_id, unit_id, path, name, first_day, last_day, seconds, state, problem_file,
                                  made_by, made_at, requests, served, speakers)
                values (?, ?, ?, ?, '一天的计划', ?, ?, 1, 'DRAFT', ?, ?, now(), ?, ?, ?)
                """)) {
            for (var draft : drafts) {
                var talks = draft.talks().size();
                add(
                        insert,
                        draft.id(),
                        city.city().id(),
                        draft.unit().id(),
                        draft.unit().path(),
                        draft.day(),
                        draft.day(),
                        Objects.requireNonNull(problems.get(draft)),
                        draft.unit().officer().accountId(),
                        talks,
                        talks,
                        talks);
            }
            insert.executeBatch();
        }
    }

    private void assignments(List<Draft> drafts) throws SQLException {
        try (var insert = owner.prepareStatement("""
                insert into plan_assignment (plan_id, request_id, path, speaker_id, starts_at) values (?, ?, ?, ?, ?)
                """)) {
            for (var draft : drafts) {
                for (var talk : draft.talks()) {
                    add(
                            insert,
                            draft.id(),
                            talk.request(),
                            draft.unit().path(),
                            city.speakers().get(talk.speaker()),
                            at(draft.day(), talk.start()));
                }
            }
            insert.executeBatch();
        }
    }

    private static OffsetDateTime at(LocalDate day, int minute) {
        return day.atStartOfDay(SmallCity.ZONE)
                .plusMinutes(minute)
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (var index = 0; index < values.length; index++) {
            insert.setObject(index + 1, values[index]);
        }
        insert.addBatch();
    }
}
