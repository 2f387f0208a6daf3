package lectern.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.programme.DeskAct;
import lectern.programme.DeskItem;
import lectern.programme.DeskList;
import lectern.programme.DeskQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Drafts that wait to be looked through and published, on the officer's desk.
@Component
class DraftQueue implements DeskQueue {
    private static final List<DeskAct> ACTS =
            List.of(new DeskAct("desk.publish", "/plans/{id}/publish", DeskAct.Kind.OPEN, 'p'));

    private final JdbcClient jdbc;

    DraftQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    @Transactional(readOnly = true)
    public DeskList read(Actor actor, Instant now, int limit) {
        var items = jdbc.sql("""
                        select id, name, made_at, served from plan where state = 'DRAFT'
                        order by made_at desc, id limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new DeskItem(
                        row.getObject("id", UUID.class),
                        null,
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant(),
                        null,
                        row.getInt("served"),
                        "",
                        "/plans/" + row.getObject("id", UUID.class)))
                .list();
        var total = jdbc.sql("select count(*) from plan where state = 'DRAFT'")
                .query(Long.class)
                .single();
        return new DeskList(total, items);
    }

    @Override
    public String all(Actor actor, Instant now) {
        return "/plans?state=DRAFT";
    }

    @Override
    public List<DeskAct> acts() {
        return ACTS;
    }
}
