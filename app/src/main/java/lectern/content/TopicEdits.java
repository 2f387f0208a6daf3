package lectern.content;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.platform.edit.Deed;
import lectern.platform.edit.EditableList;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What can be changed of topics in their list, by the city's own officers.
@Component
class TopicEdits implements EditableList {
    private static final Set<String> FIELDS = Set.of("name", "summary", "minutes", "retired");
    private static final Pattern MINUTES = Pattern.compile("[5-9]|[1-9]\\d|[1-3]\\d\\d|4[0-7]\\d|480");

    private final JdbcClient jdbc;
    private final Clock clock;

    TopicEdits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public String subject() {
        return "topic";
    }

    @Override
    public Optional<Deed> deed(String field, String value) {
        return FIELDS.contains(field) ? Optional.of(new Deed(field, value)) : Optional.empty();
    }

    @Override
    public @Nullable String problem(Deed deed, Actor actor) {
        var value = deed.value();
        return switch (deed.field()) {
            case "name" -> value.isEmpty() ? "field.required" : value.length() > 80 ? "field.tooLong" : null;
            case "summary" -> value.length() > 500 ? "field.tooLong" : null;
            case "minutes" -> MINUTES.matcher(value).matches() ? null : "topic.minutes.wrong";
            default -> value.equals("true") || value.equals("false") ? null : "field.choose";
        };
    }

    @Override
    public Map<UUID, String> read(Deed deed, List<UUID> ids) {
        return EditableList.values(jdbc.sql("""
                        select id, case :field
                                   when 'name' then name
                                   when 'summary' then summary
                                   when 'minutes' then minutes::text
                                   when 'retired' then (retired_at is not null)::text end as value
                        from topic where id = any(:ids) order by id for update
                        """).param("field", deed.field()).param("ids", ids.toArray(UUID[]::new)));
    }

    @Override
    public void write(Deed deed, List<UUID> ids, List<String> values, Actor actor) {
        jdbc.sql("""
                        update topic t
                        set name = case :field when 'name' then x.value else t.name end,
                            summary = case :field when 'summary' then x.value else t.summary end,
                            minutes = case :field when 'minutes' then x.value::int else t.minutes end,
                            retired_at = case when :field <> 'retired' then t.retired_at
                                              when x.value = 'true' then :now::timestamptz end
                        from unnest(:ids::uuid[], :values::text[]) as x (id, value) where t.id = x.id
                        """)
                .param("field", deed.field())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
