package lectern.content.sheets;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.platform.imports.CellType;
import lectern.platform.imports.CellTypes;
import lectern.platform.imports.Change;
import lectern.platform.imports.Reading;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sheets of topics. A city has a few dozen, so all of them are read at once.
@Component
class TopicSheet implements SheetKind {
    static final String CODE = "code";
    static final String NAME = "name";
    static final String MINUTES = "minutes";
    static final String SUMMARY = "summary";

    private static final Pattern CODES = Pattern.compile("[a-z0-9_-]{1,40}");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SUMMARY = 500;
    private static final int LEAST = 5;
    private static final int MOST = 480;
    private static final String SELECT =
            "select id, code, name, minutes, summary, retired_at is not null as retired from topic where city_id = :city";

    private final JdbcClient jdbc;
    private final Clock clock;

    TopicSheet(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String page() {
        return "/topics";
    }

    /// Topics are the city's.
    @Override
    public boolean opensTo(Actor actor) {
        return actor.unitId().equals(actor.cityId());
    }

    @Override
    public List<SheetColumn> columns(Actor actor) {
        return List.of(
                SheetColumn.optional(CODE, code()),
                SheetColumn.always(NAME, CellTypes.text(LONGEST_NAME)),
                SheetColumn.whenNew(MINUTES, CellTypes.whole(LEAST, MOST)),
                SheetColumn.optional(SUMMARY, CellTypes.text(LONGEST_SUMMARY)));
    }

    private static CellType code() {
        return cell -> {
            var code = cell.text().toLowerCase(Locale.ROOT);
            return CODES.matcher(code).matches()
                    ? Reading.of(code)
                    : Reading.unreadable("topic.cell.code", cell.text());
        };
    }

    @Override
    public List<Verdict> judge(List<SheetLine> lines, Actor actor, boolean hold) {
        var matching = new TopicMatching(jdbc.sql(SELECT + " order by id" + (hold ? " for update" : ""))
                .param("city", actor.cityId())
                .query(KnownTopic.class)
                .list());
        return lines.stream().map(matching::judge).toList();
    }

    @Override
    public void write(List<Change> changes, Actor actor) {
        add(Change.fresh(changes), actor);
        change(Change.changed(changes));
    }

    private void add(List<Change> fresh, Actor actor) {
        jdbc.sql("""
                        insert into topic (id, city_id, code, name, minutes, summary)
                        select id, :city, coalesce(code, 't-' || id), name, minutes, coalesce(summary, '')
                        from unnest(:ids::uuid[], :codes::text[], :names::text[], :minutes::int[], :summaries::text[])
                             as line (id, code, name, minutes, summary)
                        """)
                .param("city", actor.cityId())
                .param("ids", Change.column(fresh, Change::target))
                .param("codes", Change.column(fresh, CODE))
                .param("names", Change.column(fresh, NAME))
                .param("minutes", Change.column(fresh, MINUTES))
                .param("summaries", Change.column(fresh, SUMMARY))
                .update();
    }

    private void change(List<Change> changed) {
        jdbc.sql("""
                        update topic set
                            code = coalesce(line.code, topic.code),
                            name = coalesce(line.name, topic.name),
                            minutes = coalesce(line.minutes, topic.minutes),
                            summary = coalesce(line.summary, topic.summary),
                            retired_at = case when line.retired is null then retired_at
                                         when line.retired = '' then null else :now end
                        from unnest(:ids::uuid[], :codes::text[], :names::text[], :minutes::int[], :summaries::text[],
                                    :retired::text[]) as line (id, code, name, minutes, summary, retired)
                        where topic.id = line.id
                        """)
                .param("ids", Change.column(changed, Change::target))
                .param("codes", Change.column(changed, CODE))
                .param("names", Change.column(changed, NAME))
                .param("minutes", Change.column(changed, MINUTES))
                .param("summaries", Change.column(changed, SUMMARY))
                .param("retired", Change.column(changed, RETIRED))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public Map<String, Map<String, String>> current(List<Change> changes, Actor actor) {
        var said = changes.stream().collect(Collectors.toMap(Change::target, Change::after));
        var current = new HashMap<String, Map<String, String>>();
        jdbc.sql(SELECT + " and id = any(:ids::uuid[]) order by id for update")
                .param("city", actor.cityId())
                .param("ids", said.keySet().toArray(String[]::new))
                .query(KnownTopic.class)
                .list()
                .forEach(topic -> {
                    var target = topic.id().toString();
                    current.put(target, topic.of(said.getOrDefault(target, Map.of())));
                });
        return current;
    }

    @Override
    public void takeBack(Collection<Change> fresh, Actor actor) {
        jdbc.sql("update topic set retired_at = :now where id = any(:ids::uuid[]) and retired_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", fresh.stream().map(Change::target).toArray(String[]::new))
                .update();
    }
}
