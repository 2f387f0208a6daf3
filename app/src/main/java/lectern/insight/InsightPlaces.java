package lectern.insight;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InsightPlaces {
    @Bean
    Place figuresPlace() {
        return new Place("figures.title", "/figures", "chart-bar", 50, Set.of(Role.OFFICER, Role.KEEPER), true);
    }

    @Bean
    Place coveragePlace() {
        return new Place("coverage.title", "/coverage", "map-search", 52, Set.of(Role.OFFICER, Role.KEEPER), false);
    }
}
