package lectern.org.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lectern.Lectern;
import lectern.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A fresh installation, from nothing to the first log-in.
class SetupTest {
    private static final Map<String, String> FORM = Map.of(
            "unitName", "青禾市",
            "unitCode", "8801",
            "unitLevel", "CITY",
            "zone", "Asia/Shanghai",
            "adminName", "彭惠民",
            "adminLogin", "peng",
            "adminPassword", "Spring-rain-2026",
            "officerName", "沈佳宁",
            "officerLogin", "shen",
            "officerPassword", "Autumn-wind-2026");

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext application;
    private static Visitor.Visit visit;

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(Lectern.class).run("--lectern.data=" + data, "--server.port=0");
        visit = Visitor.Visit.at("http://localhost:"
                + java.util.Objects.requireNonNull(((ServletWebServerApplicationContext) application).getWebServer())
                        .getPort());
    }

    @AfterAll
    static void end() {
        application.close();
    }

    private static int logIn(String login, String password) {
        return visit.post("/login", Map.of("login", login, "password", password))
                .statusCode();
    }

    @Test
    void the_link_works_once_and_nothing_logs_in_before() {
        var links = application.getBean(SetupLinks.class);
        assertThat(links.isNeeded()).isTrue();
        assertThat(logIn("admin", "admin")).isEqualTo(422);
        assertThat(logIn("peng", "Spring-rain-2026")).isEqualTo(422);
        assertThat(visit.get("/setup/guessed").statusCode()).isEqualTo(422);
        assertThat(visit.post("/demo/enter", Map.of("as", "demo-keeper")).statusCode())
                .isEqualTo(404);

        var link = "/setup/" + links.make();
        assertThat(visit.get(link).statusCode()).isEqualTo(200);
        var weak = new HashMap<>(FORM);
        weak.put("adminPassword", "short");
        var refused = visit.post(link, weak);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("密码要 10 到 128 位").contains("value=\"青禾市\"");

        assertThat(visit.post(link, FORM).statusCode()).isEqualTo(302);
        assertThat(visit.post(link, FORM).statusCode()).isIn(404, 409);
        assertThat(visit.get(link).statusCode()).isEqualTo(422);
        assertThat(links.isNeeded()).isFalse();
        assertThat(logIn("shen", "Autumn-wind-2026")).isEqualTo(302);
        assertThat(visit.get("/desk").statusCode()).isEqualTo(200);
    }
}
