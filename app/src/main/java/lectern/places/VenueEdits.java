package lectern.places;

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

/// What can be changed of venues in their list.
@Component
class VenueEdits implements EditableList {
    private static final Set<String> FIELDS = Set.of("name", "kind", "address", "capacity", "shared", "retired");
    private static final Pattern CAPACITY = Pattern.compile("[1-9]\\d{0,4}|100000");

    private final JdbcClient jdbc;
    private final Dictionary dictionary;
    private final Clock clock;

    VenueEdits(JdbcClient jdbc, Dictionary dictionary, Clock clock) {
        this.jdbc = jdbc;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "venues";
    }

    @Override
    public String subject() {
        return "venue";
    }

    @Override
    public Optional<Deed> deed(String field, String value) {
        if (field.equals("unshared")) {
            return Optional.of(new Deed("shared", value));
        }
        return FIELDS.contains(field) ? Optional.of(new Deed(field, value)) : Optional.empty();
    }

    @Override
    public @Nullable String problem(Deed deed, Actor actor) {
        var value = deed.value();
        return switch (deed.field()) {
            case "name" -> value.isEmpty() ? "field.required" : value.length() > 80 ? "field.tooLong" : null;
            case "address" -> value.length() > 200 ? "field.tooLong" : null;
            case "kind" -> dictionary.offers(DictionaryKind.VENUE_KIND, value) ? null : "field.choose";
            case "capacity" -> CAPACITY.matcher(value).matches() ? null : "venue.capacity.wrong";
            default -> value.equals("true") || value.equals("false") ? null : "field.choose";
        };
    }

    @Override
    public Map<UUID, String> read(Deed deed, List<UUID> ids) {
        return EditableList.values(jdbc.sql("""
                        select id, case :field
                                   when 'name' then name
                                   when 'kind' then kind
                                   when 'address' then address
                                   when 'capacity' then capacity::text
                                   when 'shared' then shared::text
                                   when 'retired' then (retired_at is not null)::text end as value
                        from venue where id = any(:ids) order by id for update
                        """).param("field", deed.field()).param("ids", ids.toArray(UUID[]::new)));
    }

    @Override
    public void write(Deed deed, List<UUID> ids, List<String> values, Actor actor) {
        jdbc.sql("""
                        update venue v
                        set name = case :field when 'name' then x.value else v.name end,
                            kind = case :field when 'kind' then x.value else v.kind end,
                            address = case :field when 'address' then x.value else v.address end,
                            capacity = case :field when 'capacity' then x.value::int else v.capacity end,
                            shared = case :field when 'shared' then x.value::boolean else v.shared end,
                            retired_at = case when :field <> 'retired' then v.retired_at
                                              when x.value = 'true' then :now::timestamptz end
                        from unnest(:ids::uuid[], :values::text[]) as x (id, value) where v.id = x.id
                        """)
                .param("field", deed.field())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
