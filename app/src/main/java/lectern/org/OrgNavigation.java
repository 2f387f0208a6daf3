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

    @Bean
    Place dictionariesPlace() {
        return new Place("dictionary.list", "/dictionaries", "vocabulary", 95, Set.of(Role.OFFICER), false);
    }

    @Bean
    Place accountsPlace() {
        return new Place("account.list", "/accounts", "users", 100, Set.of(Role.ADMINISTRATOR), true);
    }

    @Bean
    Place tokensPlace() {
        return new Place("token.list", "/tokens", "key", 105, Set.of(Role.ADMINISTRATOR), true);
    }
}
