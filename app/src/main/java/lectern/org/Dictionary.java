package lectern.org;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The dictionaries of the scope's city, in the order of their ranks.
@Component
public class Dictionary {
    private final JdbcClient jdbc;

    Dictionary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All entries of a kind by code, retired ones included: they are still named where they are used.
    @Transactional(readOnly = true)
    public Map<String, DictionaryEntry> entries(DictionaryKind kind) {
        return jdbc.sql("""
                        select id, kind, code, name_zh, name_en, rank, retired_at is not null as retired
                        from dictionary_entry where kind = :kind order by rank, code
                        """).param("kind", kind.name()).query(DictionaryEntry.class).list().stream()
                .collect(Collectors.toMap(
                        DictionaryEntry::code, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /// Whether that code can be chosen.
    @Transactional(readOnly = true)
    public boolean offers(DictionaryKind kind, @Nullable String code) {
        var entry = code == null ? null : entries(kind).get(code);
        return entry != null && !entry.retired();
    }

    /// The entries that can be chosen.
    @Transactional(readOnly = true)
    public List<DictionaryEntry> offered(DictionaryKind kind) {
        return entries(kind).values().stream().filter(entry -> !entry.retired()).toList();
    }
}
