package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import lectern.Lectern;
import lectern.SmallCity;
import lectern.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;

/// An office's way from an empty installation to its first published plan in one sitting, with nothing but the
/// templates that the guide offers: once in Chinese, from the one-time link on; then a second county in English.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/setup/\\S+)");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext application;
    private static Browsers browsers;
    private static String address;
    private static String link;

    @BeforeAll
    static void start() {
        var console = System.out;
        var heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            application = new SpringApplicationBuilder(Lectern.class)
                    .run("--lectern.data=" + folder.resolve("data"), "--server.port=0");
        } finally {
            System.setOut(console);
        }
        var said = LINK.matcher(heard.toString(StandardCharsets.UTF_8));
        assertThat(said.find()).as("a link on the console").isTrue();
        link = said.group(1);
        address = "http://localhost:"
                + Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port"));
        browsers = new Browsers();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void end() {
        browsers.close();
        application.close();
    }

    private static Words words(String language) {
        return new Words(application.getBean(MessageSource.class), Locale.forLanguageTag(language));
    }

    private static Walker walker(String who, String language) {
        return new Walker(
                who,
                browsers.visit(address, Browsers.Size.DESK, language),
                address,
                words(language),
                Browsers.Size.DESK);
    }

    @Test
    @Order(1)
    void an_empty_installation_comes_to_its_first_published_plan() {
        try (var guest = walker("guest", "en")) {
            guest.open(address + link);
        }
        try (var officer = walker("office", "zh-CN")) {
            setUp(officer);
            officer.logIn("shen");
            assertThat(officer.page.url()).endsWith("/start");
            new Journey(officer, words("zh-CN"), folder, 1).toPublishedTalks();
        }
    }

    private static void setUp(Walker officer) {
        officer.open(address + link);
        var page = officer.page;
        page.locator("[name=unitName]").fill("青禾市");
        page.locator("[name=unitCode]").fill("8801");
        page.locator("[name=unitLevel]").selectOption("CITY");
        page.locator("[name=zone]").fill("Asia/Shanghai");
        page.locator("[name=adminName]").fill("彭惠民");
        page.locator("[name=adminLogin]").fill("peng");
        page.locator("[name=adminPassword]").fill("Spring-rain-2026");
        page.locator("[name=officerName]").fill("沈佳宁");
        page.locator("[name=officerLogin]").fill("shen");
        page.locator("[name=officerPassword]").fill(SmallCity.PASSWORD);
        officer.follow(officer.button("setup.do"));
    }

    @Test
    @Order(2)
    void a_second_county_follows_in_the_other_language() {
        try (var officer = walker("office", "en")) {
            officer.logIn("shen");
            officer.goTo("start.title");
            new Journey(officer, words("en"), folder, 2).toPublishedTalks();
        }
    }
}
