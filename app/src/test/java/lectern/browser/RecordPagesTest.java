package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Speakers, venues and topics as people see them.
@AppTest
class RecordPagesTest {
    private static Browsers browsers;

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"PHONE,zh-CN", "PHONE,en", "DESK,zh-CN", "DESK,en"})
    void every_page_fits_the_window_and_reads_well(Browsers.Size size, String language) {
        var city = cities.make();
        var speaker = "/speakers/" + city.speakers().getFirst();
        var venue = "/venues/" + city.venues().getFirst();
        var topic = "/topics/" + city.topics().getFirst();
        var page = browsers.open(visitor, city.city().officer(), size, language);
        for (var path : List.of(
                "/speakers",
                "/speakers?q=%E6%B2%A1%E6%9C%89",
                speaker,
                speaker + "/edit",
                speaker + "/availability",
                "/venues",
                venue,
                venue + "/edit",
                "/topics",
                topic,
                topic + "/edit")) {
            look(page, path);
        }
        var phone = browsers.open(visitor, city.speakerActors().getFirst(), size, language);
        look(phone, "/tasks/availability");
    }

    private void look(Page page, String path) {
        page.navigate(visitor.address() + path);
        Accessibility.check(page);
        Accessibility.fitsWidth(page);
    }

    @ParameterizedTest
    @CsvSource({"PHONE", "DESK"})
    void a_tap_makes_a_part_of_a_day_free_and_the_next_one_busy(Browsers.Size size) {
        var city = cities.make();
        var page = browsers.open(visitor, city.speakerActors().getFirst(), size, "zh-CN");
        page.navigate(visitor.address() + "/tasks/availability");
        var button = page.locator(".free-toggle").last();
        assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
        page.waitForResponse("**/tasks/availability", button::click);
        page.waitForSelector(".free-toggle[aria-pressed=true]");
        assertThat(page.locator(".free-toggle[aria-pressed=true]").count()).isEqualTo(1);
        page.waitForResponse(
                "**/tasks/availability",
                () -> page.locator(".free-toggle[aria-pressed=true]").click());
        page.waitForFunction("() => document.querySelectorAll('.free-toggle[aria-pressed=true]').length === 0");
        assertThat(cities.count(
                        "select count(*) from availability where speaker_id = ?",
                        city.speakers().getFirst()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"PHONE", "DESK"})
    void a_phone_number_is_revealed_in_its_place(Browsers.Size size) {
        var city = cities.make();
        var officer = city.villages().getFirst().officer();
        var speaker = "/speakers/" + city.speakers().getFirst();
        visitor.as(officer)
                .post(
                        speaker,
                        Map.of(
                                "name", "赵晓梅",
                                "unit", officer.unitId().toString(),
                                "source", "volunteer",
                                "tier", "1",
                                "phone", "19900001234",
                                "monthLimit", "8"));
        var page = browsers.open(visitor, officer, size, "zh-CN");
        page.navigate(visitor.address() + speaker);
        assertThat(page.content()).contains("*******1234").doesNotContain("19900001234");
        page.click(".phone-line button");
        page.waitForSelector("a[href='tel:19900001234']");
        assertThat(page.locator(".phone-line").count()).isEqualTo(1);
    }
}
