package lectern.org;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrgNavigation {
    @Bean
    Place unitsPlace() {
        return new Place(
                "unit.list", "/units", "sitemap", 90, Set.of(Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR), false);
    }
}
