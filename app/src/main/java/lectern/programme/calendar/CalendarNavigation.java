package lectern.programme.calendar;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarNavigation {
    /// The officer's bottom bar is full; he finds it in the menu.
    @Bean
    Place calendarAtTheDesk() {
        return new Place("calendar.title", "/calendar", "calendar-month", 45, Set.of(Role.OFFICER, Role.KEEPER), false);
    }

    @Bean
    Place calendarOfTheSpeaker() {
        return new Place("calendar.title", "/calendar", "calendar-month", 45, Set.of(Role.SPEAKER), true);
    }
}
