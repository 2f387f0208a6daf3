package lectern.places;

import lectern.platform.imports.SheetTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A unit that an import made is not taken back while there are venues at it.
@Configuration(proxyBeanMethods = false)
class PlacesHoldRows {
    @Bean
    SheetTie unitsOfVenues() {
        return new SheetTie("units", "venue.undo.unit", """
                select u.id::text from unit u
                where u.id = any(:targets::uuid[])
                  and exists (select from venue v where v.path >= u.path and v.path < u.path || '~'
                                                    and v.retired_at is null)
                """);
    }
}
