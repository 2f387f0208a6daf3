package lectern.places;

import lectern.org.UnitTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Venues hold their unit: they move or retire before it does.
@Configuration(proxyBeanMethods = false)
class VenuesAtUnits {
    @Bean
    UnitTie venuesHoldUnits() {
        return new UnitTie("venue.tie", """
                select count(*) from venue where path >= :path and path < :path || '~' and retired_at is null
                """);
    }
}
