package lectern.places;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlacesNavigation {
    @Bean
    Place venuesPlace() {
        return new Place("venue.list", "/venues", "building-community", 70, Set.of(Role.OFFICER, Role.KEEPER), true);
    }
}
