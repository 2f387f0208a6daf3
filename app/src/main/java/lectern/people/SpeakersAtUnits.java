package lectern.people;

import lectern.org.UnitTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Speakers hold their unit: they move or retire before it does.
@Configuration(proxyBeanMethods = false)
class SpeakersAtUnits {
    @Bean
    UnitTie speakersHoldUnits() {
        return new UnitTie("speaker.tie", """
                select count(*) from speaker where path >= :path and path < :path || '~' and retired_at is null
                """);
    }
}
