package lectern.programme.sheets;

import lectern.platform.imports.SheetTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an import made is not taken back once requests or talks hang on it.
@Configuration(proxyBeanMethods = false)
class ProgrammeHoldsRows {
    @Bean
    SheetTie decidedRequests() {
        return new SheetTie(
                "requests",
                "request.undo.decided",
                "select id::text from request where id = any(:targets::uuid[]) and state not in ('ASKED', 'APPROVED')");
    }

    @Bean
    SheetTie topicsAskedFor() {
        return new SheetTie("topics", "request.undo.topic", """
                select topic_id::text from request
                where topic_id = any(:targets::uuid[]) and state in ('ASKED', 'APPROVED', 'SCHEDULED')
                """);
    }

    @Bean
    SheetTie venuesAskedFor() {
        return new SheetTie("venues", "request.undo.venue", """
                select venue_id::text from request
                where venue_id = any(:targets::uuid[]) and state in ('ASKED', 'APPROVED', 'SCHEDULED')
                """);
    }

    @Bean
    SheetTie speakersWithTalks() {
        return new SheetTie("speakers", "talk.undo.speaker", """
                select speaker_id::text from talk
                where speaker_id = any(:targets::uuid[]) and state in ('OFFERED', 'ACCEPTED')
                """);
    }

    /// A target of free times is the speaker with the first and the last moment.
    @Bean
    SheetTie freeTimesWithTalks() {
        return new SheetTie("availability", "talk.undo.free", """
                select w.target from unnest(:targets::text[]) as w (target)
                join talk t on t.speaker_id = split_part(w.target, '/', 1)::uuid
                           and t.starts_at < split_part(w.target, '/', 3)::timestamptz
                           and t.ends_at > split_part(w.target, '/', 2)::timestamptz
                where t.state in ('OFFERED', 'ACCEPTED')
                """);
    }

    @Bean
    SheetTie unitsWithRequests() {
        return new SheetTie("units", "request.undo.unit", """
                select u.id::text from unit u
                where u.id = any(:targets::uuid[])
                  and (exists (select from request r where r.path >= u.path and r.path < u.path || '~'
                                                       and r.state in ('ASKED', 'APPROVED'))
                       or exists (select from talk t where t.path >= u.path and t.path < u.path || '~'
                                                       and t.state in ('OFFERED', 'ACCEPTED', 'OPEN')))
                """);
    }
}
