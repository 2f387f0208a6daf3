package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.SmallCity;
import lectern.platform.web.Words;

/// The steps of the guide, each done with its template: a county with two towns and four villages, three topics, five
/// venues, six speakers, a week of free times, eight requests.
final class Journey {
    private static final List<String> NAMES = List.of("林安", "周宁", "吴桐", "郑禾", "王溪", "冯远");
    private static final int REQUESTS = 8;

    private final Walker officer;
    private final Words words;
    private final Path folder;
    private final String county;
    private final int number;
    /// The week that a new plan proposes.
    private final LocalDate monday = LocalDate.now(SmallCity.ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    Journey(Walker officer, Words words, Path folder, int number) {
        this.officer = officer;
        this.words = words;
        this.folder = folder;
        this.number = number;
        this.county = "8801" + number;
    }

    void toPublishedTalks() {
        brings("units", this::units);
        brings("topics", sheet -> topics());
        brings("venues", this::venues);
        brings("speakers", this::speakers);
        brings("availability", sheet -> freeTimes());
        brings("requests", this::requests);
        approves();
        plans();
        publishes();
        seesTalks();
    }

    /// Rows of cells in the order of the template's columns.
    private interface Rows {
        List<List<Object>> of(FilledTemplate template);
    }

    private void brings(String kind, Rows rows) {
        var offered = officer.page.locator("a[href='/imports/template?kind=" + kind + "']");
        var template =
                officer.page.waitForDownload(() -> officer.press(offered)).path();
        var filled = new FilledTemplate(template);
        var lines = rows.of(filled);
        var file = folder.resolve(kind + number + ".xlsx");
        filled.write(lines, file);
        officer.follow(officer.page.locator("main a[href='/imports/new?kind=" + kind + "']"));
        officer.page.locator("#import-file").setInputFiles(file);
        officer.press(officer.button("import.step.upload.do"));
        var apply = officer.button("import.apply", Integer.toString(lines.size()));
        assertThat(apply).isVisible();
        officer.look();
        officer.press(apply);
        assertThat(officer.page.locator(".alert-success"))
                .containsText(words.of("import.done", Integer.toString(lines.size()), "0"));
        officer.look();
        officer.goTo("start.title");
    }

    private static String village(String county, int number) {
        return county + (number < 2 ? "01" : "02") + "0" + (number % 2 + 1);
    }

    private Stream<String> villages() {
        return IntStream.range(0, 4).mapToObj(each -> village(county, each));
    }

    /// Those below stand above, as they do in many a list.
    private List<List<Object>> units(FilledTemplate template) {
        var level = "unit.level.";
        return Stream.of(
                        villages()
                                .<List<Object>>map(code -> List.of(
                                        code,
                                        "河边" + code + "村",
                                        words.of(level + "VILLAGE"),
                                        code.substring(0, 7),
                                        28.9 + Integer.parseInt(code.substring(5)) / 10_000.0,
                                        118.5)),
                        Stream.<List<Object>>of(
                                List.of(
                                        county + "01",
                                        "青石" + number + "镇",
                                        words.of(level + "TOWN"),
                                        county,
                                        28.91,
                                        118.5),
                                List.of(
                                        county + "02",
                                        "柳河" + number + "镇",
                                        words.of(level + "TOWN"),
                                        county,
                                        28.93,
                                        118.5),
                                List.of(county, "青禾" + number + "县", words.of(level + "COUNTY"), "8801", 28.92, 118.5)))
                .flatMap(rows -> rows)
                .toList();
    }

    private String topic(int each) {
        return List.of("防骗一课", "法律进家门", "春季健康").get(each % 3) + number;
    }

    private List<List<Object>> topics() {
        return IntStream.range(0, 3)
                .<List<Object>>mapToObj(each -> List.of("", topic(each), 45, ""))
                .toList();
    }

    private String venue(int each) {
        return (each < 4 ? "文化礼堂" : "镇会堂") + number + "-" + each;
    }

    private List<List<Object>> venues(FilledTemplate template) {
        return IntStream.range(0, 5)
                .<List<Object>>mapToObj(each -> List.of(
                        venue(each),
                        each < 4 ? village(county, each) : "青石" + number + "镇",
                        template.offered(2, each),
                        "",
                        "８０",
                        "",
                        "",
                        ""))
                .toList();
    }

    private List<List<Object>> speakers(FilledTemplate template) {
        return IntStream.range(0, 6)
                .<List<Object>>mapToObj(each -> List.of(
                        NAMES.get(each) + number,
                        village(county, each % 4),
                        template.offered(2, each),
                        "",
                        "1380000" + number + "00" + each,
                        1970 + each,
                        String.join("；", topic(0), topic(1), topic(2)),
                        "",
                        "",
                        ""))
                .toList();
    }

    private List<List<Object>> freeTimes() {
        var part = words.of("free.part.MORNING") + "；" + words.of("free.part.AFTERNOON");
        return IntStream.range(0, 6 * 5)
                .<List<Object>>mapToObj(
                        each -> List.of(NAMES.get(each / 5) + number, "", "", monday.plusDays(each % 5), part, "", ""))
                .toList();
    }

    private List<List<Object>> requests(FilledTemplate template) {
        return IntStream.range(0, REQUESTS)
                .<List<Object>>mapToObj(each -> List.of(
                        venue(each % 5),
                        "",
                        topic(each),
                        template.offered(3, each),
                        60 + each,
                        chinese(monday.plusDays(each % 4)),
                        each % 2 == 0 ? words.of("request.part.MORNING") : "",
                        each % 2 == 0 ? "" : "14：00",
                        each % 2 == 0 ? "" : "16:00",
                        ""))
                .toList();
    }

    private static String chinese(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private void approves() {
        officer.follow(officer.link("start.approved.do"));
        officer.press(officer.named(AriaRole.CHECKBOX, words.of("edit.tick.page")));
        officer.page.locator("[data-rows-act]").selectOption("approved");
        officer.press(officer.button("edit.rows.do"));
        assertThat(officer.page.locator(".toast-note span")).hasText(words.of("edit.rows.done", REQUESTS));
        officer.look();
        officer.goTo("start.title");
    }

    private void plans() {
        officer.follow(officer.page.locator("main a[href='/plans/new']"));
        officer.page.selectOption("select[name=seconds]", "300"); // it is stopped below, however slow the machine
        officer.follow(officer.button("plan.start"));
        assertThat(officer.page.locator("[data-served]")).hasText(REQUESTS + " / " + REQUESTS);
        officer.press(officer.button("plan.stop"));
        assertThat(officer.page.locator("#board")).isVisible();
        assertThat(officer.page.locator("#board-note")).isEmpty();
        officer.look();
    }

    private void publishes() {
        officer.follow(officer.link("plan.publish"));
        officer.follow(officer.button("plan.publish.confirm"));
        officer.reads("plan.state.PUBLISHED");
    }

    private void seesTalks() {
        officer.goTo("talk.list");
        assertThat(officer.page.locator("tbody tr")).hasCount(REQUESTS * number);
        assertThat(officer.page
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(NAMES.getFirst() + number))
                        .count())
                .isPositive();
        officer.goTo("start.title");
        assertThat(officer.page.locator(".start-step.is-done")).hasCount(9);
    }
}
