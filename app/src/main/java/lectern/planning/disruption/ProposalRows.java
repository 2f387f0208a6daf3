package lectern.planning.disruption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of proposals.
@Component
class ProposalRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ProposalRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(Actor actor, List<ChangeLine> lines) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into change_proposal (id, city_id, path, state, made_by, made_at)
                        values (:id, :city, :path, 'DRAFT', :by, :at)
                        """)
                .param("id", id)
                .param("city", actor.cityId())
                .param("path", actor.path())
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        for (var place = 0; place < lines.size(); place++) {
            add(id, actor.path(), place, lines.get(place));
        }
        return id;
    }

    private void add(UUID id, String path, int place, ChangeLine line) {
        var after = line.after();
        jdbc.sql("""
                        insert into change_line (proposal_id, talk_id, path, place, cause, old_speaker_id, old_starts_at,
                            old_venue_id, new_speaker_id, new_starts_at, new_venue_id, cost, funnel, blocked)
                        values (:id, :talk, :path, :place, :cause, :oldSpeaker, :oldStarts, :oldVenue, :newSpeaker,
                            :newStarts, :newVenue, :cost::jsonb, :funnel::jsonb, :blocked)
                        """)
                .param("id", id)
                .param("talk", line.talk())
                .param("path", path)
                .param("place", place)
                .param("cause", line.cause().name())
                .param("oldSpeaker", line.before().speaker())
                .param("oldStarts", Timestamp.from(line.before().startsAt()))
                .param("oldVenue", line.before().venue())
                .param("newSpeaker", after == null ? null : after.speaker())
                .param("newStarts", after == null ? null : Timestamp.from(after.startsAt()))
                .param("newVenue", after == null ? null : after.venue())
                .param("cost", json.writeValueAsString(line.cost()))
                .param("funnel", json.writeValueAsString(line.funnel()))
                .param("blocked", line.blocked())
                .update();
    }

    /// @return its state
    @Transactional(propagation = Propagation.MANDATORY)
    public String lock(UUID id) {
        return jdbc.sql("select state from change_proposal where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public List<ChangeLine> lines(UUID id) {
        return jdbc.sql("""
                        select talk_id, cause, old_speaker_id, old_starts_at, old_venue_id, new_speaker_id, new_starts_at,
                               new_venue_id, cost, funnel, blocked
                        from change_line where proposal_id = :id order by place
                        """).param("id", id).query((row, number) -> line(row)).list();
    }

    private ChangeLine line(ResultSet row) throws SQLException {
        var starts = row.getTimestamp("new_starts_at");
        return new ChangeLine(
                row.getObject("talk_id", UUID.class),
                Cause.valueOf(row.getString("cause")),
                new ChangeLine.Spot(
                        row.getObject("old_speaker_id", UUID.class),
                        row.getTimestamp("old_starts_at").toInstant(),
                        row.getObject("old_venue_id", UUID.class)),
                starts == null
                        ? null
                        : new ChangeLine.Spot(
                                row.getObject("new_speaker_id", UUID.class),
                                starts.toInstant(),
                                row.getObject("new_venue_id", UUID.class)),
                json.readValue(row.getString("cost"), new TypeReference<Map<String, Long>>() {}),
                json.readValue(row.getString("funnel"), new TypeReference<Map<String, Integer>>() {}),
                row.getString("blocked"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void applied(UUID id, List<UUID> talks) {
        end(id, "APPLIED");
        jdbc.sql("update change_line set applied = true where proposal_id = :id and talk_id = any(:talks)")
                .param("id", id)
                .param("talks", talks.toArray(UUID[]::new))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(UUID id) {
        end(id, "DISCARDED");
    }

    private void end(UUID id, String state) {
        jdbc.sql("update change_proposal set state = :state, ended_at = :at where id = :id")
                .param("state", state)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }
}
