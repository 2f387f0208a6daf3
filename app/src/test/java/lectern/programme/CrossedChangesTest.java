package lectern.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Things;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two changes that wait for each other: the database ends one of them.
@AppTest
class CrossedChangesTest {
    @Autowired
    SmallCity cities;

    @Autowired
    Things things;

    @Autowired
    Visitor visitor;

    @Autowired
    OwnerConnections owner;

    @Test
    void whose_change_the_database_ends_is_told_to_try_again() throws Exception {
        var city = cities.make();
        var county = city.counties().getFirst();
        var talk = Objects.requireNonNull(things.below(county, city).ids().get("talk"));
        try (var other = owner.open()) {
            other.setAutoCommit(false);
            run(other, "lock table audit_head in exclusive mode");
            var answer = CompletableFuture.supplyAsync(() -> cancel(county, "/talks/" + talk + "/cancel"));
            awaitWaiting();
            // The officer waited first, so his change is the first to look for a deadlock, a second after it began.
            run(other, "update talk set reason = 'changed' where id = '" + talk + "'");
            other.rollback();

            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(409);
            assertThat(answer.get().body()).contains("刚才有人同时改了同一处");
        }
        assertThat(cities.text("select state from talk where id = ?", talk)).isEqualTo("OFFERED");
    }

    private HttpResponse<String> cancel(SmallCity.Place county, String path) {
        return visitor.as(county.officer()).post(path, Map.of("reason", "下雨"));
    }

    private void awaitWaiting() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (cities.count("select count(*) from pg_locks where relation = 'audit_head'::regclass and not granted")
                == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
