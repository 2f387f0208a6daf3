package lectern.programme;

import lectern.org.UnitTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Talks to be held or reported and open requests hold a unit.
@Configuration(proxyBeanMethods = false)
class ProgrammeAtUnits {
    @Bean
    UnitTie talksHoldUnits() {
        return new UnitTie("talk.tie", """
                select count(*) from talk
                where path >= :path and path < :path || '~' and state in ('OFFERED', 'ACCEPTED', 'OPEN')
                """);
    }

    @Bean
    UnitTie requestsHoldUnits() {
        return new UnitTie("request.tie", """
                select count(*) from request
                where path >= :path and path < :path || '~' and state in ('ASKED', 'APPROVED')
                """);
    }
}
