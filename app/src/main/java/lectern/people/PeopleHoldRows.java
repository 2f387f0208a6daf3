package lectern.people;

import lectern.platform.imports.SheetTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an import made is not taken back once speakers hang on it.
@Configuration(proxyBeanMethods = false)
class PeopleHoldRows {
    @Bean
    SheetTie topicsOfSpeakers() {
        return new SheetTie("topics", "speaker.undo.topic", """
                select t.topic_id::text from speaker_topic t join speaker s on s.id = t.speaker_id
                where t.topic_id = any(:targets::uuid[]) and s.retired_at is null
                """);
    }

    @Bean
    SheetTie unitsOfSpeakers() {
        return new SheetTie("units", "speaker.undo.unit", """
                select u.id::text from unit u
                where u.id = any(:targets::uuid[])
                  and exists (select from speaker s where s.path >= u.path and s.path < u.path || '~'
                                                      and s.retired_at is null)
                """);
    }
}
