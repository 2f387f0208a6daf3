package lectern.content;

import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentNavigation {
    @Bean
    Place topicsPlace() {
        return new Place("topic.list", "/topics", "book", 80, Set.of(Role.OFFICER), false);
    }
}
