package lectern.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// What can be changed of speakers in their list.
@Component
class SpeakerEdits implements EditableList {
    private static final Pattern YEAR = Pattern.compile("|19\\d\\d|20\\d\\d");
    private static final Pattern LIMIT = Pattern.compile("[1-9]|[1-5]\\d|60");

    private final JdbcClient jdbc;
    private final Dictionary dictionary;
    private final TopicNames topics;
    private final Clock clock;

    SpeakerEdits(JdbcClient jdbc, Dictionary dictionary, TopicNames topics, Clock clock) {
        this.jdbc = jdbc;
        this.dictionary = dictionary;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "speakers";
    }

    @Override
    public String subject() {
        return "speaker";
    }

    @Override
    public Optional<Deed> deed(String field, String value) {
        return Optional.ofNullable(
                switch (field) {
                    case "name", "birthYear", "tier", "source", "monthLimit", "retired" -> new Deed(field, value);
                    case "addTopic" -> new Deed("topic", value, "true");
                    case "removeTopic" -> new Deed("topic", value, "false");
                    default -> null;
                });
    }

    @Override
    public @Nullable String problem(Deed deed, Actor actor) {
        var value = deed.value();
        return switch (deed.field()) {
            case "name" -> value.isEmpty() ? "field.required" : value.length() > 40 ? "field.tooLong" : null;
            case "birthYear" ->
                YEAR.matcher(value).matches() && (value.isEmpty() || Integer.parseInt(value) <= year(actor))
                        ? null
                        : "speaker.birthYear.wrong";
            case "tier" ->
                dictionary.offered(DictionaryKind.TIER).stream()
                                .anyMatch(tier -> Integer.toString(tier.rank()).equals(value))
                        ? null
                        : "field.choose";
            case "source" -> dictionary.offers(DictionaryKind.SOURCE, value) ? null : "field.choose";
            case "monthLimit" -> LIMIT.matcher(value).matches() ? null : "speaker.monthLimit.wrong";
            case "retired" -> value.equals("true") || value.equals("false") ? null : "field.choose";
            default ->
                topics.offeredNames().keySet().stream()
                                .anyMatch(topic -> topic.toString().equals(deed.about()))
                        ? null
                        : "field.choose";
        };
    }

    private int year(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone()).getYear();
    }

    @Override
    public Map<UUID, String> read(Deed deed, List<UUID> ids) {
        return EditableList.values(jdbc.sql("""
                        select id, case :field
                                   when 'name' then name
                                   when 'birthYear' then coalesce(birth_year::text, '')
                                   when 'tier' then tier::text
                                   when 'source' then source
                                   when 'monthLimit' then month_limit::text
                                   when 'retired' then (retired_at is not null)::text
                                   when 'topic' then exists (select from speaker_topic t where t.speaker_id = speaker.id
                                                             and t.topic_id = nullif(:about, '')::uuid)::text end as value
                        from speaker where id = any(:ids) order by id for update
                        """)
                .param("field", deed.field())
                .param("about", deed.about())
                .param("ids", ids.toArray(UUID[]::new)));
    }

    @Override
    public void write(Deed deed, List<UUID> ids, List<String> values, Actor actor) {
        var sql = deed.field().equals("topic") ? """
                        with wanted as (select * from unnest(:ids::uuid[], :values::text[]) as x (id, value)),
                        gone as (
                            delete from speaker_topic t using wanted w
                            where t.speaker_id = w.id and t.topic_id = :about::uuid and w.value = 'false')
                        insert into speaker_topic (speaker_id, topic_id, path)
                        select s.id, :about::uuid, s.path from speaker s join wanted w on w.id = s.id and w.value = 'true'
                        on conflict do nothing
                        """ : """
                        update speaker s
                        set name = case :field when 'name' then x.value else s.name end,
                            birth_year = case :field when 'birthYear' then nullif(x.value, '')::int else s.birth_year end,
                            tier = case :field when 'tier' then x.value::int else s.tier end,
                            source = case :field when 'source' then x.value else s.source end,
                            month_limit = case :field when 'monthLimit' then x.value::int else s.month_limit end,
                            retired_at = case when :field <> 'retired' then s.retired_at
                                              when x.value = 'true' then :now::timestamptz end
                        from unnest(:ids::uuid[], :values::text[]) as x (id, value) where s.id = x.id
                        """;
        jdbc.sql(sql)
                .param("field", deed.field())
                .param("about", deed.about())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
