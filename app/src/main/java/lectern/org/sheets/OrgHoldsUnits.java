package lectern.org.sheets;

import lectern.platform.imports.SheetTie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A unit that an import made is not taken back while others stand below it that stay, or people have roles there.
@Configuration(proxyBeanMethods = false)
class OrgHoldsUnits {
    @Bean
    SheetTie unitsWithUnits() {
        return new SheetTie("units", "unit.undo.units", """
                select u.id::text from unit u
                where u.id = any(:targets::uuid[])
                  and exists (select from unit below where below.path > u.path and below.path < u.path || '~'
                                and below.retired_at is null and not below.id = any(:targets::uuid[]))
                """);
    }

    @Bean
    SheetTie unitsWithAccounts() {
        return new SheetTie("units", "unit.undo.accounts", """
                select u.id::text from unit u
                where u.id = any(:targets::uuid[])
                  and exists (select from role_grant g where g.path >= u.path and g.path < u.path || '~'
                                                        and g.revoked_at is null)
                """);
    }
}
