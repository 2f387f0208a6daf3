package lectern.org.dictionary;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.org.DictionaryEntry;
import lectern.org.DictionaryKind;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes the dictionaries. Codes stay for good; a retired entry is still named where it is used.
@Component
class DictionaryEntries {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    DictionaryEntries(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<DictionaryEntry> find(UUID id) {
        return jdbc.sql("""
                        select id, kind, code, name_zh, name_en, rank, retired_at is not null as retired
                        from dictionary_entry where id = :id
                        """).param("id", id).query(DictionaryEntry.class).optional();
    }

    /// Adds an entry at the end; for tiers that is the highest step.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when the kind has that code
    @Transactional
    public void add(DictionaryKind kind, EntryForm form, UUID cityId) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into dictionary_entry (id, city_id, kind, code, name_zh, name_en, rank)
                        select :id, :city, :kind, :code, :zh, :en, coalesce(max(rank), 0) + 1
                        from dictionary_entry where kind = :kind
                        """)
                .param("id", id)
                .param("city", cityId)
                .param("kind", kind.name())
                .param("code", form.code())
                .param("zh", form.nameZh())
                .param("en", form.nameEn())
                .update();
        record("add-entry", id, kind, form.nameZh());
    }

    @Transactional
    public void rename(DictionaryEntry entry, EntryForm form) {
        jdbc.sql("update dictionary_entry set name_zh = :zh, name_en = :en where id = :id")
                .param("id", entry.id())
                .param("zh", form.nameZh())
                .param("en", form.nameEn())
                .update();
        record("change-entry", entry.id(), entry.kind(), form.nameZh());
    }

    @Transactional
    public void retire(DictionaryEntry entry) {
        jdbc.sql("update dictionary_entry set retired_at = :now where id = :id and retired_at is null")
                .param("id", entry.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record("retire-entry", entry.id(), entry.kind(), entry.nameZh());
    }

    @Transactional
    public void bringBack(DictionaryEntry entry) {
        jdbc.sql("update dictionary_entry set retired_at = null where id = :id")
                .param("id", entry.id())
                .update();
        record("bring-back-entry", entry.id(), entry.kind(), entry.nameZh());
    }

    /// Changes places with the entry before it. The steps of the tiers are what speakers hold, so those stay.
    @Transactional
    public void moveUp(DictionaryEntry entry) {
        jdbc.sql("""
                        with before as (
                            select id, rank from dictionary_entry
                            where kind = :kind and (rank, code) < (:rank, :code) order by rank desc, code desc limit 1)
                        update dictionary_entry d set rank = case when d.id = :id then before.rank else :rank end
                        from before where d.id in (:id, before.id)
                        """)
                .param("kind", entry.kind().name())
                .param("rank", entry.rank())
                .param("code", entry.code())
                .param("id", entry.id())
                .update();
        record("change-entry", entry.id(), entry.kind(), entry.nameZh());
    }

    private void record(String act, UUID id, DictionaryKind kind, String name) {
        audit.record(act, "dictionary", id, Map.of("kind", kind.name(), "name", name));
    }
}
