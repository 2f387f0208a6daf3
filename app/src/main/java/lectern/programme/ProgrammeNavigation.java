package lectern.programme;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeNavigation {
    @Bean
    Place deskPlace() {
        return new Place("desk.title", "/desk", "layout-dashboard", 10, Set.of(Role.OFFICER), true);
    }

    @Bean
    Place stationPlace() {
        return new Place("station.title", "/station", "home", 10, Set.of(Role.KEEPER), true);
    }

    @Bean
    Place tasksPlace() {
        return new Place("task.title", "/tasks", "checklist", 10, Set.of(Role.SPEAKER), true);
    }

    @Bean
    Place ownClaimsPlace() {
        return new Place("claim.title", "/tasks/claims", "hand-grab", 12, Set.of(Role.SPEAKER), true);
    }

    @Bean
    Place claimsPlace() {
        return new Place("claim.officer.title", "/claims", "hand-grab", 36, Set.of(Role.OFFICER), false);
    }

    @Bean
    Place requestsPlace() {
        return new Place("request.list", "/requests", "message-question", 20, Set.of(Role.OFFICER, Role.KEEPER), true);
    }

    @Bean
    Place talksPlace() {
        return new Place("talk.list", "/talks", "calendar-event", 40, Set.of(Role.OFFICER, Role.KEEPER), true);
    }
}
