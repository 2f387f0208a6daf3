package lectern;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import lectern.platform.database.OwnerConnections;

/// One of each kind of thing that a route's path can name, all below one unit.
public class Things {
    /// What the first word of a path names when an id follows.
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("units", "unit"),
            Map.entry("speakers", "speaker"),
            Map.entry("venues", "venue"),
            Map.entry("topics", "topic"),
            Map.entry("requests", "request"),
            Map.entry("talks", "talk"),
            Map.entry("plans", "plan"),
            Map.entry("jobs", "job"),
            Map.entry("accounts", "account"),
            Map.entry("tokens", "token"),
            Map.entry("imports", "import"),
            Map.entry("tasks", "talk"),
            Map.entry("station", "talk"),
            Map.entry("absences", "absence"),
            Map.entry("closures", "closure"),
            Map.entry("calendar", "calendar_feed"),
            Map.entry("filters", "saved_filter"),
            Map.entry("dictionaries", "dictionary_entry"));

    /// @param ids by kind
    public record Owned(Map<String, UUID> ids) {
        /// The id that stands for a variable of a route's path.
        String idFor(String pattern, String variable) {
            var kind = ids.containsKey(variable) ? variable : KINDS.get(pattern.split("/")[1]);
            var id = kind == null ? null : ids.get(kind);
            if (id == null) {
                throw new IllegalStateException("Things has nothing for {" + variable + "} in " + pattern);
            }
            return id.toString();
        }
    }

    private final OwnerConnections owner;

    Things(OwnerConnections owner) {
        this.owner = owner;
    }

    /// Topics and dictionaries are the whole city's: there is no foreign one.
    boolean isForTheWholeCity(String pattern) {
        return pattern.startsWith("/topics/") || pattern.startsWith("/dictionaries/");
    }

    /// Makes them in the county's first village.
    public Owned below(SmallCity.Place county, SmallCity.Made city) {
        var index = city.villages()
                .indexOf(city.villages().stream()
                        .filter(village -> village.path().startsWith(county.path()))
                        .findFirst()
                        .orElseThrow());
        try (var connection = owner.open()) {
            return make(connection, city, index);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Owned make(Connection connection, SmallCity.Made city, int index) throws SQLException {
        var village = city.villages().get(index);
        var keeper = city.keepers().get(index);
        var request = Identifiers.next();
        var talk = Identifiers.next();
        var plan = Identifiers.next();
        var job = Identifiers.next();
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var start = Instant.now()
                .plus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.HOURS)
                .atOffset(ZoneOffset.UTC);
        run(
                connection,
                """
                insert into request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, origin,
                                     state, asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, 'elderly', 60, 40, 'KEEPER', 'ASKED', ?, ?)
                """,
                request,
                city.city().id(),
                village.id(),
                village.path(),
                city.venues().get(index),
                city.topics().getFirst(),
                keeper.accountId(),
                now);
        run(
                connection,
                "insert into request_window (request_id, path, opens_at, closes_at) values (?, ?, ?, ?)",
                request,
                village.path(),
                start,
                start.plusHours(2));
        run(
                connection,
                """
                insert into talk (id, city_id, unit_id, path, topic_id, segment, venue_id, speaker_id, starts_at, ends_at,
                                  day, state, rating_code)
                values (?, ?, ?, ?, ?, 'elderly', ?, ?, ?, ?, ?, 'OFFERED', ?)
                """,
                talk,
                city.city().id(),
                village.id(),
                village.path(),
                city.topics().getFirst(),
                city.venues().get(index),
                city.speakers().get(index),
                start,
                start.plusHours(1),
                LocalDate.ofInstant(start.toInstant(), SmallCity.ZONE),
                talk.toString());
        run(
                connection,
                """
                insert into offer (id, city_id, talk_id, path, speaker_id, state, asked_at)
                values (?, ?, ?, ?, ?, 'ASKED', ?)
                """,
                Identifiers.next(),
                city.city().id(),
                talk,
                village.path(),
                city.speakers().get(index),
                now);
        run(
                connection,
                """
                insert into plan (id, city_id, unit_id, path, name, first_day, last_day, seconds, state, made_by, made_at)
                values (?, ?, ?, ?, 'plan', ?, ?, 10, 'FAILED', ?, ?)
                """,
                plan,
                city.city().id(),
                village.id(),
                village.path(),
                start.toLocalDate(),
                start.toLocalDate(),
                keeper.accountId(),
                now);
        run(connection, """
                insert into job (id, city_id, path, kind, subject_id, state, started_by, created_at, finished_at)
                values (?, ?, ?, 'plan', ?, 'DONE', ?, ?, ?)
                """, job, city.city().id(), village.path(), plan, keeper.accountId(), now, now);
        var note = Identifiers.next();
        run(connection, """
                insert into plan_note (id, city_id, plan_id, path, text, written_by, author, written_at)
                values (?, ?, ?, ?, 'note', ?, 'keeper', ?)
                """, note, city.city().id(), plan, village.path(), keeper.accountId(), now);
        var token = Identifiers.next();
        run(
                connection,
                """
                insert into api_token (id, city_id, unit_id, path, name, token_hash, created_at)
                values (?, ?, ?, ?, 'reader', ?, ?)
                """,
                token,
                city.city().id(),
                village.id(),
                village.path(),
                token.toString().getBytes(StandardCharsets.UTF_8),
                now);
        var feed = Identifiers.next();
        run(
                connection,
                """
                insert into calendar_feed (id, city_id, path, account_id, grant_id, kind, subject_id, name, language,
                                           token_hash, created_at)
                values (?, ?, ?, ?, ?, 'UNIT', ?, 'feed', 'en', ?, ?)
                """,
                feed,
                city.city().id(),
                village.path(),
                keeper.accountId(),
                keeper.grantId(),
                village.id(),
                feed.toString().getBytes(StandardCharsets.UTF_8),
                now);
        var filter = Identifiers.next();
        run(connection, """
                insert into saved_filter (id, city_id, account_id, path, page, query, name, saved_at)
                values (?, ?, ?, ?, '/talks', 'state=OPEN', 'open', ?)
                """, filter, city.city().id(), keeper.accountId(), village.path(), now);
        var entry = Identifiers.next();
        run(connection, """
                insert into dictionary_entry (id, city_id, kind, code, name_zh, name_en, rank)
                values (?, ?, 'FORM', ?, '形式', 'Form', 9)
                """, entry, city.city().id(), entry.toString());
        var file = Identifiers.next();
        run(connection, """
                insert into stored_file (id, city_id, path, name, media_type, bytes, sha256, stored_at)
                values (?, ?, ?, 'speakers.csv', 'text/csv', 1, 'none', ?)
                """, file, city.city().id(), village.path(), now);
        var imported = Identifiers.next();
        run(connection, """
                insert into sheet_import (id, city_id, path, kind, file_id, file_name, state, uploaded_by, uploader, uploaded_at)
                values (?, ?, ?, 'speakers', ?, 'speakers.csv', 'CHECKED', ?, '甲', ?)
                """, imported, city.city().id(), village.path(), file, keeper.accountId(), now);
        var absence = Identifiers.next();
        run(
                connection,
                """
                insert into absence (id, city_id, speaker_id, path, starts_at, ends_at, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                absence,
                city.city().id(),
                city.speakers().get(index),
                village.path(),
                start.plusDays(30),
                start.plusDays(31),
                keeper.accountId(),
                now);
        var closure = Identifiers.next();
        run(
                connection,
                """
                insert into venue_closure (id, city_id, venue_id, path, starts_at, ends_at, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                closure,
                city.city().id(),
                city.venues().get(index),
                village.path(),
                start.plusDays(30),
                start.plusDays(31),
                keeper.accountId(),
                now);
        var change = Identifiers.next();
        run(connection, """
                insert into change_proposal (id, city_id, path, state, made_by, made_at) values (?, ?, ?, 'DRAFT', ?, ?)
                """, change, city.city().id(), village.path(), keeper.accountId(), now);
        var open = Identifiers.next();
        run(
                connection,
                """
                insert into talk (id, city_id, unit_id, path, topic_id, segment, venue_id, starts_at, ends_at, day, state,
                                  rating_code)
                values (?, ?, ?, ?, ?, 'elderly', ?, ?, ?, ?, 'OPEN', ?)
                """,
                open,
                city.city().id(),
                village.id(),
                village.path(),
                city.topics().getFirst(),
                city.venues().get(index),
                start.plusDays(1),
                start.plusDays(1).plusHours(1),
                LocalDate.ofInstant(start.plusDays(1).toInstant(), SmallCity.ZONE),
                open.toString());
        var claim = Identifiers.next();
        run(connection, """
                insert into claim_opening (id, city_id, talk_id, path, median, opened_by, opened_at, all_from)
                values (?, ?, ?, ?, 0, ?, ?, ?)
                """, claim, city.city().id(), open, village.path(), keeper.accountId(), now, now);
        var standby = Identifiers.next();
        run(
                connection,
                """
                insert into standby (id, city_id, unit_id, path, day, speaker_id, state, asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, 'ASKED', ?, ?)
                """,
                standby,
                city.city().id(),
                village.id(),
                village.path(),
                LocalDate.ofInstant(start.toInstant(), SmallCity.ZONE),
                city.speakers().get(index),
                keeper.accountId(),
                now);
        var headcount = Identifiers.next();
        run(connection, """
                insert into headcount (id, city_id, talk_id, path, source, people, reported_by, reported_at, kind)
                values (?, ?, ?, ?, 'COUNTED', 30, ?, ?, 'DIFFERS')
                """, headcount, city.city().id(), talk, village.path(), keeper.accountId(), now);
        return new Owned(Map.ofEntries(
                Map.entry("headcount", headcount),
                Map.entry("claim", claim),
                Map.entry("standby", standby),
                Map.entry("import", imported),
                Map.entry("absence", absence),
                Map.entry("closure", closure),
                Map.entry("change", change),
                Map.entry("unit", village.id()),
                Map.entry("speaker", city.speakers().get(index)),
                Map.entry("venue", city.venues().get(index)),
                Map.entry("topic", city.topics().getFirst()),
                Map.entry("request", request),
                Map.entry("talk", talk),
                Map.entry("plan", plan),
                Map.entry("job", job),
                Map.entry("note", note),
                Map.entry("token", token),
                Map.entry("calendar_feed", feed),
                Map.entry("saved_filter", filter),
                Map.entry("dictionary_entry", entry),
                Map.entry("account", keeper.accountId()),
                Map.entry("grant", keeper.grantId())));
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }
}
