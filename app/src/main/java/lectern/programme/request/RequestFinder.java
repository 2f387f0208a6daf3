package lectern.programme.request;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lectern.platform.palette.Finder;
import lectern.platform.palette.Found;
import lectern.platform.palette.Search;
import lectern.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds requests of the scope by unit or topic, the latest first.
@Component
class RequestFinder implements Finder {
    private static final String LATEST = """
            with hit as (
                (select r.id, r.asked_at from request r
                 where r.path in (select path from unit where position(:text in name) > 0 order by length(path) desc limit 5)
                 order by r.asked_at desc limit 20)
                union
                (select r.id, r.asked_at from request r
                 where r.topic_id in (select id from topic where position(:text in name) > 0)
                 order by r.asked_at desc, r.id limit 20))
            select r.id, p.name as topic, u.name as unit, r.state
            from (select id, asked_at from hit order by asked_at desc, id limit :limit) latest
            join request r on r.id = latest.id
            join unit u on u.id = r.unit_id
            join topic p on p.id = r.topic_id
            order by latest.asked_at desc, latest.id
            """;

    private final JdbcClient jdbc;

    RequestFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "request";
    }

    @Override
    public String icon() {
        return "message-question";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.KEEPER);
    }

    @Override
    public List<Found> find(Search search) {
        return search.text().isEmpty()
                ? List.of()
                : jdbc.sql(LATEST)
                        .param("text", search.text())
                        .param("limit", search.limit())
                        .query((row, number) -> new Found(
                                row.getString("topic"),
                                row.getString("unit") + " · "
                                        + search.words().of("request.state." + row.getString("state")),
                                "/requests/" + row.getObject("id", UUID.class)))
                        .list();
    }
}
