package lectern.platform.guide;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GuideNavigation {
    @Bean
    Place startPlace() {
        return new Place("start.title", "/start", "flag", 110, Set.of(Role.OFFICER), false);
    }
}
