package lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lectern.AppTest;
import lectern.SmallCity;
import lectern.platform.database.Scopes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class ScopeTest {
    @Autowired
    SmallCity cities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private long unitsSeen() {
        return new TransactionTemplate(transactions)
                .execute(status ->
                        jdbc.sql("select count(*) from unit").query(Long.class).single());
    }

    @Test
    void a_transaction_sees_the_rows_below_its_unit_and_no_other() {
        var city = cities.make();
        cities.make();

        assertThat(SmallCity.as(city.city().officer(), this::unitsSeen)).isEqualTo(15);
        assertThat(SmallCity.as(city.counties().getFirst().officer(), this::unitsSeen))
                .isEqualTo(7);
        assertThat(SmallCity.as(city.keepers().getFirst(), this::unitsSeen)).isEqualTo(1);
    }

    @Test
    void nothing_is_visible_without_a_scope_even_on_a_connection_that_had_one() {
        var city = cities.make();
        for (var round = 0; round < 30; round++) {
            assertThat(SmallCity.as(city.city().officer(), this::unitsSeen)).isEqualTo(15);
            assertThat(unitsSeen()).isZero();
        }
        assertThat(jdbc.sql("select count(*) from unit").query(Long.class).single())
                .isZero();
    }

    @Test
    void the_scope_cannot_change_inside_a_transaction() {
        var city = cities.make();
        var wide = city.city().officer().scope();
        assertThatThrownBy(() -> SmallCity.as(
                        city.keepers().getFirst(),
                        () -> new TransactionTemplate(transactions)
                                .execute(status -> Scopes.call(wide, this::unitsSeen))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_application_owns_no_table_and_cannot_bypass_row_security() {
        assertThat(jdbc.sql("select count(*) from pg_class where pg_get_userbyid(relowner) = current_user")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
