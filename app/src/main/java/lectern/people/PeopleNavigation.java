package lectern.people;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleNavigation {
    @Bean
    Place speakersPlace() {
        return new Place("speaker.list", "/speakers", "microphone", 60, Set.of(Role.OFFICER), true);
    }

    @Bean
    Place ownTimesPlace() {
        return new Place("free.own", "/tasks/availability", "calendar-check", 15, Set.of(Role.SPEAKER), true);
    }
}
