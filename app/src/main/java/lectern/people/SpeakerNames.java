package lectern.people;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Names of speakers in scope, retired ones included.
@Component
public class SpeakerNames {
    private final JdbcClient jdbc;

    SpeakerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By id; those out of scope are left out.
    @Transactional(readOnly = true)
    public Map<UUID, SpeakerName> of(Collection<UUID> ids) {
        return jdbc
                .sql("""
                        select s.id, s.name, s.source, s.tier, coalesce(u.name, '') as unit_name
                        from speaker s left join unit_name u on u.id = s.unit_id
                        where s.id = any(:ids::uuid[])
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(SpeakerName.class)
                .stream()
                .collect(Collectors.toMap(SpeakerName::id, Function.identity()));
    }

    /// The paths of the units to which they belong, by id; those out of scope are left out.
    @Transactional(readOnly = true)
    public Map<UUID, String> paths(Collection<UUID> ids) {
        record Belongs(UUID id, String path) {}
        return jdbc
                .sql("select id, path from speaker where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Belongs.class)
                .stream()
                .collect(Collectors.toMap(Belongs::id, Belongs::path));
    }
}
