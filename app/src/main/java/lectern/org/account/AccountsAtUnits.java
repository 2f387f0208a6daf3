package lectern.org.account;

import lectern.org.UnitTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Roles that are granted at a unit hold it.
@Configuration(proxyBeanMethods = false)
class AccountsAtUnits {
    @Bean
    UnitTie accountsHoldUnits() {
        return new UnitTie("unit.tie.accounts", """
                select count(distinct account_id) from role_grant
                where path >= :path and path < :path || '~' and revoked_at is null
                """);
    }
}
