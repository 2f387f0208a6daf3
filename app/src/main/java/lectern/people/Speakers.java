package lectern.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Sealer;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Speakers: taken in, changed, retired. The form was checked before.
@Component
class Speakers {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Audit audit;
    private final Clock clock;

    Speakers(JdbcClient jdbc, Sealer sealer, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID enlist(SpeakerForm form, Unit unit) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into speaker (id, city_id, unit_id, path, name, birth_year, source, tier, lat, lon, serves,
                                             month_limit)
                        values (:id, :city, :unit, :path, :name, :year, :source, :tier, :lat, :lon, :serves::text[], :limit)
                        """)
                .param("id", id)
                .param("city", unit.cityId())
                .param("unit", unit.id())
                .param("path", unit.path())
                .param("name", form.name())
                .param("year", form.year())
                .param("source", form.source())
                .param("tier", Integer.valueOf(form.tier()))
                .param("lat", form.latitude())
                .param("lon", form.longitude())
                .param("serves", form.serves().toArray(String[]::new))
                .param("limit", Integer.valueOf(form.monthLimit()))
                .update();
        keepPhone(id, form);
        writeTopicsAndFits(id, form, unit.path());
        audit.record("enlist-speaker", "speaker", id, Map.of("name", form.name(), "unit", unit.name()));
        return id;
    }

    @Transactional
    public void change(UUID id, SpeakerForm form, Unit unit) {
        var changed = jdbc.sql("""
                        update speaker
                        set unit_id = :unit, path = :path, name = :name, birth_year = :year, source = :source, tier = :tier,
                            lat = :lat, lon = :lon, serves = :serves::text[], month_limit = :limit
                        where id = :id
                        """)
                .param("id", id)
                .param("unit", unit.id())
                .param("path", unit.path())
                .param("name", form.name())
                .param("year", form.year())
                .param("source", form.source())
                .param("tier", Integer.valueOf(form.tier()))
                .param("lat", form.latitude())
                .param("lon", form.longitude())
                .param("serves", form.serves().toArray(String[]::new))
                .param("limit", Integer.valueOf(form.monthLimit()))
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
        keepPhone(id, form);
        writeTopicsAndFits(id, form, unit.path());
        moveAvailability(id, unit.path());
        audit.record("change-speaker", "speaker", id, Map.of("name", form.name(), "unit", unit.name()));
    }

    private void keepPhone(UUID id, SpeakerForm form) {
        if (form.phone().isEmpty()) {
            return;
        }
        var phone = PhoneNumber.typed(form.phone());
        jdbc.sql("update speaker set phone_sealed = :sealed, phone_tail = :tail where id = :id")
                .param("id", id)
                .param("sealed", sealer.seal(phone.digits()))
                .param("tail", phone.tail())
                .update();
    }

    private void writeTopicsAndFits(UUID id, SpeakerForm form, String path) {
        jdbc.sql("delete from speaker_topic where speaker_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into speaker_topic (speaker_id, topic_id, path)
                        select :id, topic_id, :path from unnest(:topics::uuid[]) as chosen (topic_id)
                        """)
                .param("id", id)
                .param("path", path)
                .param("topics", form.topics().stream().distinct().toArray(String[]::new))
                .update();
        jdbc.sql("delete from speaker_segment where speaker_id = :id")
                .param("id", id)
                .update();
        form.fit().forEach((segment, fit) -> {
            if (!fit.isBlank()) {
                jdbc.sql("""
                                insert into speaker_segment (speaker_id, segment, path, fit)
                                values (:id, :segment, :path, :fit)
                                """)
                        .param("id", id)
                        .param("segment", segment)
                        .param("path", path)
                        .param("fit", Integer.valueOf(fit.strip()))
                        .update();
            }
        });
    }

    /// The times go with the speaker to another unit.
    private void moveAvailability(UUID id, String path) {
        jdbc.sql("""
                        with moved as (
                            delete from availability where speaker_id = :id and path <> :path
                            returning id, city_id, speaker_id, starts_at, ends_at)
                        insert into availability (id, city_id, speaker_id, path, starts_at, ends_at)
                        select id, city_id, speaker_id, :path, starts_at, ends_at from moved
                        """).param("id", id).param("path", path).update();
    }

    /// No longer offered for talks; what the speaker did stays.
    @Transactional
    public void retire(UUID id) {
        var retired = jdbc.sql("update speaker set retired_at = :now where id = :id and retired_at is null")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record("retire-speaker", id, retired);
    }

    @Transactional
    public void bringBack(UUID id) {
        var back = jdbc.sql("update speaker set retired_at = null where id = :id and retired_at is not null")
                .param("id", id)
                .update();
        record("bring-back-speaker", id, back);
    }

    /// Done once, a repeat changes nothing; nothing of that id in scope is not found.
    private void record(String act, UUID id, int changed) {
        if (changed > 0) {
            audit.record(act, "speaker", id, Map.of());
        } else if (jdbc.sql("select 1 from speaker where id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw Refusal.notFound();
        }
    }

    /// Opens the sealed number for whoever asks, and writes down that he asked.
    @Transactional
    public String revealPhone(UUID id) {
        var sealed = jdbc.sql("select phone_sealed from speaker where id = :id and phone_sealed is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(Refusal::notFound);
        audit.record("reveal-phone", "speaker", id, Map.of());
        return sealer.open(sealed);
    }
}
