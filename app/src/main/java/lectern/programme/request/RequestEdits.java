package lectern.programme.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.platform.edit.Deed;
import lectern.platform.edit.EditableList;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an officer can change of requests in their list, as long as they are not planned: whom the talk is for, how
/// many come, how much it matters, and whether it is approved.
@Component
class RequestEdits implements EditableList {
    private static final Set<String> FIELDS = Set.of("segment", "expected", "priority", "approved");
    private static final Pattern EXPECTED = Pattern.compile("[1-9]\\d{0,4}|100000");
    private static final Pattern PRIORITY = Pattern.compile("[1-9]");

    private final JdbcClient jdbc;
    private final Dictionary dictionary;
    private final Clock clock;

    RequestEdits(JdbcClient jdbc, Dictionary dictionary, Clock clock) {
        this.jdbc = jdbc;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String subject() {
        return "request";
    }

    @Override
    public Optional<Deed> deed(String field, String value) {
        return FIELDS.contains(field) ? Optional.of(new Deed(field, value)) : Optional.empty();
    }

    @Override
    public @Nullable String problem(Deed deed, Actor actor) {
        var value = deed.value();
        return switch (deed.field()) {
            case "segment" -> dictionary.offers(DictionaryKind.SEGMENT, value) ? null : "field.choose";
            case "expected" -> EXPECTED.matcher(value).matches() ? null : "request.expected.range";
            case "priority" -> PRIORITY.matcher(value).matches() ? null : "request.priority.wrong";
            default -> value.equals("true") ? null : "field.choose";
        };
    }

    @Override
    public Map<UUID, String> read(Deed deed, List<UUID> ids) {
        return EditableList.values(jdbc.sql("""
                        select id, case :field
                                   when 'segment' then segment
                                   when 'expected' then expected::text
                                   when 'priority' then priority::text
                                   when 'approved' then (state = 'APPROVED')::text end as value
                        from request where id = any(:ids) and state in ('ASKED', 'APPROVED') order by id for update
                        """).param("field", deed.field()).param("ids", ids.toArray(UUID[]::new)));
    }

    @Override
    public void write(Deed deed, List<UUID> ids, List<String> values, Actor actor) {
        jdbc.sql("""
                        update request r
                        set segment = case :field when 'segment' then x.value else r.segment end,
                            expected = case :field when 'expected' then x.value::int else r.expected end,
                            priority = case :field when 'priority' then x.value::int else r.priority end,
                            state = case when :field <> 'approved' then r.state
                                         when x.value = 'true' then 'APPROVED' else 'ASKED' end,
                            reason = case when :field = 'approved' then '' else r.reason end,
                            decided_by = case when :field <> 'approved' then r.decided_by
                                              when x.value = 'true' then :by::uuid end,
                            decided_at = case when :field <> 'approved' then r.decided_at
                                              when x.value = 'true' then :now::timestamptz end
                        from unnest(:ids::uuid[], :values::text[]) as x (id, value) where r.id = x.id
                        """)
                .param("field", deed.field())
                .param("by", actor.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
