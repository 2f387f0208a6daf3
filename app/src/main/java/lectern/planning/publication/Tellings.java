package lectern.planning.publication;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.people.SpeakerNames;
import lectern.planning.Plan;
import lectern.planning.board.Draft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts together who is told what.
@Component
class Tellings {
    private final Notices notices;
    private final SpeakerNames names;
    private final JdbcClient jdbc;

    Tellings(Notices notices, SpeakerNames names, JdbcClient jdbc) {
        this.notices = notices;
        this.names = names;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Told of(Plan plan, Draft draft) {
        var all = notices.of(plan, draft);
        var before = all.values().stream()
                .map(Notice::before)
                .filter(Objects::nonNull)
                .map(Notice.Before::speaker)
                .collect(Collectors.toSet());
        return new Told(draft, all, names.of(before));
    }

    /// How many of its requests came from citizens, who have no account to read anything with.
    @Transactional(readOnly = true)
    public long citizens(Draft draft) {
        return jdbc.sql("select count(*) from request where id = any(:ids) and origin = 'CITIZEN'")
                .param("ids", draft.talks().keySet().toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }
}
