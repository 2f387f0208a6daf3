package lectern.planning.disruption;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads a proposal with its names. Three queries, however many talks it changes.
@Component
class ProposalQueries {
    private record Head(String state, java.time.Instant madeAt) {}

    private record Words(
            String topic, String unit, Proposal.Named before, Proposal.@Nullable Named after, boolean applied) {}

    private final JdbcClient jdbc;
    private final ProposalRows rows;

    ProposalQueries(JdbcClient jdbc, ProposalRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public Optional<Proposal> find(UUID id) {
        var head = jdbc.sql("select state, made_at from change_proposal where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Head(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional();
        return head.map(found -> new Proposal(id, found.state(), found.madeAt(), rows(id)));
    }

    private List<Proposal.Row> rows(UUID id) {
        var words = new HashMap<UUID, Words>();
        jdbc.sql("""
                        select l.talk_id, p.name as topic, u.name as unit, coalesce(os.name, vs.name, '') as old_speaker,
                               ov.name as old_venue, ns.name as new_speaker, nv.name as new_venue, l.applied
                        from change_line l
                        join talk t on t.id = l.talk_id
                        join topic p on p.id = t.topic_id
                        join unit_name u on u.id = t.unit_id
                        join venue ov on ov.id = l.old_venue_id
                        left join speaker os on os.id = l.old_speaker_id
                        left join visiting_speaker vs on vs.talk_id = l.talk_id and vs.speaker_id = l.old_speaker_id
                        left join speaker ns on ns.id = l.new_speaker_id
                        left join venue nv on nv.id = l.new_venue_id
                        where l.proposal_id = :id
                        """).param("id", id).query(row -> {
            var venue = row.getString("new_venue");
            words.put(
                    row.getObject("talk_id", UUID.class),
                    new Words(
                            row.getString("topic"),
                            row.getString("unit"),
                            new Proposal.Named(row.getString("old_speaker"), row.getString("old_venue")),
                            venue == null
                                    ? null
                                    : new Proposal.Named(
                                            Objects.requireNonNullElse(row.getString("new_speaker"), "–"), venue),
                            row.getBoolean("applied")));
        });
        return rows.lines(id).stream()
                .filter(line -> words.containsKey(line.talk()))
                .map(line -> row(line, Objects.requireNonNull(words.get(line.talk()))))
                .toList();
    }

    private static Proposal.Row row(ChangeLine line, Words words) {
        return new Proposal.Row(line, words.topic(), words.unit(), words.before(), words.after(), words.applied());
    }
}
