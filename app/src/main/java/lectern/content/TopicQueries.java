package lectern.content;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.people.TopicNames;
import lectern.platform.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The topics of the scope's city; everybody of the city reads them.
@Component
public class TopicQueries implements TopicNames {
    private final JdbcClient jdbc;

    TopicQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that can be chosen, by name.
    @Transactional(readOnly = true)
    public List<Topic> offered() {
        return jdbc.sql("""
                        select id, code, name, summary, minutes, false as retired
                        from topic where retired_at is null order by name collate "zh-x-icu", code
                        """).query(Topic.class).list();
    }

    private record Counted(
            UUID id, String code, String name, String summary, int minutes, boolean retired, long total) {
        Topic topic() {
            return new Topic(id, code, name, summary, minutes, retired);
        }
    }

    static final String FILTER = """
            from topic
            where (position(lower(:q) in lower(name)) > 0 or position(lower(:q) in lower(summary)) > 0
                   or position(lower(:q) in code) > 0)
              and (retired_at is not null) = :retired
            order by case when :sort = 'minutes' then minutes end,
                     case when :sort = '-minutes' then minutes end desc,
                     case when :sort = '-name' then name collate "zh-x-icu" end desc,
                     name collate "zh-x-icu", code
            """;

    private static final String LIST = """
            select id, code, name, summary, minutes, retired_at is not null as retired, count(*) over () as total
            """ + FILTER + " limit :size offset :offset";

    JdbcClient.StatementSpec filtered(String sql, String q, boolean retired, String sort) {
        return jdbc.sql(sql).param("q", q.strip()).param("retired", retired).param("sort", sort);
    }

    /// One page of the list, in one query.
    ///
    /// @param q part of the name, the summary or the code
    /// @param sort `name` or `minutes`, each with a minus for the other way round
    @Transactional(readOnly = true)
    public Listing<Topic> list(String q, boolean retired, String sort, int page) {
        var found = filtered(LIST, q, retired, sort)
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query(Counted.class)
                .list();
        return Listing.of(
                found.stream().map(Counted::topic).toList(),
                found.stream().findFirst().map(Counted::total).orElse(0L),
                Listing.page(page));
    }

    /// That topic, retired or not.
    @Transactional(readOnly = true)
    public Optional<Topic> find(UUID id) {
        return jdbc.sql("""
                        select id, code, name, summary, minutes, retired_at is not null as retired
                        from topic where id = :id
                        """).param("id", id).query(Topic.class).optional();
    }

    /// By id in the order of their names, retired or not; those that do not exist are left out.
    @Transactional(readOnly = true)
    public Map<UUID, Topic> byIds(Collection<UUID> ids) {
        return jdbc
                .sql("""
                        select id, code, name, summary, minutes, retired_at is not null as retired
                        from topic where id = any(:ids::uuid[]) order by name collate "zh-x-icu", code
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Topic.class)
                .stream()
                .collect(
                        Collectors.toMap(Topic::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> ids) {
        return names(byIds(ids).values().stream());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> offeredNames() {
        return names(offered().stream());
    }

    private static Map<UUID, String> names(Stream<Topic> topics) {
        return topics.collect(Collectors.toMap(Topic::id, Topic::name, (first, second) -> first, LinkedHashMap::new));
    }
}
