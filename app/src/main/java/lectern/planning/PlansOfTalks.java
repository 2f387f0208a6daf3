package lectern.planning;

import java.util.List;
import java.util.UUID;
import lectern.platform.web.Pick;
import lectern.programme.PublishedPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Names published plans to the calendar.
@Component
class PlansOfTalks implements PublishedPlans {
    private final JdbcClient jdbc;

    PlansOfTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pick> pick(String text) {
        return jdbc.sql("""
                        select p.id, p.name, u.name as note from plan p join unit_name u on u.id = p.unit_id
                        where p.state = 'PUBLISHED' and position(:text in p.name) > 0
                        order by p.published_at desc limit :most
                        """)
                .param("text", text)
                .param("most", Pick.MOST)
                .query(Pick.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public String name(UUID planId) {
        return jdbc.sql("select name from plan where id = :id and state = 'PUBLISHED'")
                .param("id", planId)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
