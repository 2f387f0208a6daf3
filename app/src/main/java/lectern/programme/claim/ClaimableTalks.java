package lectern.programme.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the speaker who is acting could claim, through the view that shows him just that.
@Component
class ClaimableTalks {
    static final int MOST = 50;
    private static final String TALK = """
            select c.talk_id, c.city_id, c.path, c.starts_at, c.ends_at, c.day, c.topic, c.venue, c.address, c.unit,
                   c.expected, c.way, c.mine_from,
                   (select count(*) from own_claim o where date_trunc('week', o.day) = date_trunc('week', c.day)) >= :cap
                       as week_full
            from claimable_talk c where c.starts_at > :now
            """;

    private final JdbcClient jdbc;

    ClaimableTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The nearest first.
    @Transactional(readOnly = true)
    public List<ClaimableTalk> nearestFirst(Instant now) {
        return jdbc.sql(TALK + " order by c.way, c.starts_at, c.talk_id limit " + MOST)
                .param("now", Timestamp.from(now))
                .param("cap", ClaimRule.WEEK_CAP)
                .query((row, number) -> talk(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ClaimableTalk> find(UUID talkId, Instant now) {
        return jdbc.sql(TALK + " and c.talk_id = :id")
                .param("id", talkId)
                .param("now", Timestamp.from(now))
                .param("cap", ClaimRule.WEEK_CAP)
                .query((row, number) -> talk(row))
                .optional();
    }

    /// Whether a talk that he speaks about could be claimed once and no longer can.
    @Transactional(readOnly = true)
    public boolean isOver(UUID talkId) {
        return jdbc.sql("select exists (select from claim_over where talk_id = :id)")
                .param("id", talkId)
                .query(Boolean.class)
                .single();
    }

    private static ClaimableTalk talk(ResultSet row) throws SQLException {
        var expected = row.getInt("expected");
        return new ClaimableTalk(
                row.getObject("talk_id", UUID.class),
                row.getObject("city_id", UUID.class),
                row.getString("path"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getObject("day", LocalDate.class),
                row.getString("topic"),
                row.getString("venue"),
                row.getString("address"),
                row.getString("unit"),
                expected == 0 ? null : expected,
                row.getInt("way"),
                row.getTimestamp("mine_from").toInstant(),
                row.getBoolean("week_full"));
    }
}
