package lectern.planning;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanningNavigation {
    @Bean
    Place plansPlace() {
        return new Place("nav.plans", "/plans", "route", 30, Set.of(Role.OFFICER), true);
    }

    @Bean
    Place changesPlace() {
        return new Place("change.title", "/changes", "arrows-exchange", 35, Set.of(Role.OFFICER), false);
    }

    @Bean
    Place standbyPlace() {
        return new Place("standby.title", "/standby", "user-shield", 37, Set.of(Role.OFFICER), false);
    }
}
