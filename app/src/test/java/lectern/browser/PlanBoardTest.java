package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// An officer improves a draft on the board: with the mouse, with the keyboard, on a phone.
@AppTest
class PlanBoardTest {
    private static Browsers browsers;

    @Autowired
    Visitor visitor;

    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private Page draft(Browsers.Size size, String language) {
        var city = cities.make();
        var programme = new OpenProgramme(owner, city);
        programme.available(0, 2);
        programme.requests(0, 2);
        var page = browsers.open(visitor, city.counties().getFirst().officer(), size, language);
        page.navigate(visitor.address() + "/plans/new");
        page.waitForSelector("#plan-extent dd");
        page.selectOption("select[name=seconds]", "10");
        page.click("#plan-form button[type=submit]");
        page.waitForSelector("[data-job]");
        page.waitForCondition(() -> page.textContent("[data-served]").startsWith("2"));
        page.click("form[action$='/stop'] button");
        page.waitForSelector("#board");
        page.waitForCondition(() -> page.textContent("#board-note").isEmpty());
        page.click("#tab-timeline");
        page.waitForSelector(".timeline-talk");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void talks_are_dragged_taken_back_carried_by_keys_pinned_and_a_lassoed_part_is_planned_again(String language) {
        var page = draft(Browsers.Size.DESK, language);
        var first = page.locator("#timeline .timeline-talk").first();
        var talk = first.getAttribute("data-bar");
        var from = rowOf(page, talk);

        lift(page, first);
        page.waitForSelector(".tl-open");
        var free = page.locator(".tl-row:not(#" + from + ") .tl-open").first().boundingBox();
        page.mouse().move(free.x + 12, free.y - 8, steps());
        page.waitForSelector("#timeline-note.is-dearer, #timeline-note.is-cheaper");
        assertThat(page.textContent("#timeline-note")).matches("(?s).*\\d.*");
        page.mouse().up();
        page.waitForCondition(() -> !rowOf(page, talk).equals(from));
        page.waitForSelector("#board-told.is-done p");
        assertThat(page.getAttribute("#tl-" + talk, "class")).contains("is-pinned");
        looksRight(page);

        page.keyboard().press("Control+z");
        page.waitForCondition(() -> rowOf(page, talk).equals(from));
        assertThat(page.isDisabled("#board-undo")).isTrue();

        dropOntoAnother(page, talk, from);

        page.locator("#tl-" + talk).click();
        page.keyboard().press("m");
        page.waitForSelector("#timeline-note:not([hidden])");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !rowOf(page, talk).equals(from));
        page.waitForCondition(
                () -> page.getAttribute("#board-pin", "aria-pressed").equals("true"));
        page.click("#board-pin");
        page.waitForCondition(
                () -> page.getAttribute("#board-pin", "aria-pressed").equals("false"));
        var moved = rowOf(page, talk);

        lasso(page);
        page.click("#board-part button[type=submit]");
        page.waitForSelector("#board-part .plan-live");
        page.waitForCondition(
                () -> !page.textContent("#board-part [data-served]").equals("–"));
        looksRight(page);
        page.click("#board-part form[action$='/stop'] button");
        page.waitForSelector("[data-part-back]");
        looksRight(page);
        page.click("#tab-timeline");
        page.waitForCondition(() -> page.locator("#tl-" + talk).count() == 1);
        page.click("[data-part-back]");
        page.waitForCondition(
                () -> page.isHidden("#board-part") && rowOf(page, talk).equals(moved));
    }

    private static String rowOf(Page page, String talk) {
        return String.valueOf(
                page.evaluate("id => document.getElementById('tl-' + id)?.closest('.tl-row')?.id ?? ''", talk));
    }

    private static Mouse.MoveOptions steps() {
        return new Mouse.MoveOptions().setSteps(8);
    }

    private static void lift(Page page, Locator bar) {
        var box = bar.boundingBox();
        page.mouse().move(box.x + 4, box.y + 8);
        page.mouse().down();
        page.mouse().move(box.x + 20, box.y + 12, steps());
    }

    /// Two talks of one speaker at one time: the note says why not, and so does the server.
    private static void dropOntoAnother(Page page, String talk, String row) {
        var other = page.locator(".tl-row:not(#" + row + ") .timeline-talk").first();
        lift(page, page.locator("#tl-" + talk));
        page.waitForSelector(".tl-open");
        var box = other.boundingBox();
        page.mouse().move(box.x + 4, box.y + 8, steps());
        page.waitForSelector("#timeline-note.is-refused li");
        page.mouse().up();
        page.waitForSelector("#board-told.is-refused li");
        assertThat(page.textContent("#board-told")).matches("(?s).*\\d\\d:\\d\\d.*");
        assertThat(rowOf(page, talk)).isEqualTo(row);
        page.click("#board-told button");
    }

    private static void lasso(Page page) {
        page.click("#board-part-open");
        page.click("[data-lasso]");
        page.evaluate("() => document.getElementById('board-canvas').scrollIntoView({ block: 'end' })");
        page.click(".leaflet-control-zoom-out");
        // The map zooms for a quarter of a second, during which a line would lie elsewhere.
        page.waitForTimeout(500);
        var map = page.locator("#board-canvas").boundingBox();
        // Around everything but the map's buttons.
        page.mouse().move(map.x + 6, map.y + 120);
        page.mouse().down();
        page.mouse().move(map.x + 6, map.y + map.height - 6, steps());
        page.mouse().move(map.x + map.width - 6, map.y + map.height - 6, steps());
        page.mouse().move(map.x + map.width - 6, map.y + 6, steps());
        page.mouse().move(map.x + 60, map.y + 6, steps());
        page.mouse().up();
        page.waitForCondition(() -> page.textContent("[data-caught]").matches("(?s).*2\\D+2.*"));
        looksRight(page);
        page.check("#board-part [name=seconds][value='5']");
    }

    @Test
    void on_a_phone_a_talk_is_moved_from_the_panel_and_units_are_planned_again_from_a_list() {
        var page = draft(Browsers.Size.PHONE, "zh-CN");
        var bar = page.locator("#timeline .timeline-talk").first();
        var talk = bar.getAttribute("data-bar");
        var from = rowOf(page, talk);
        bar.tap();
        page.waitForSelector("#detail form[hx-post$='/assign'] button");
        looksRight(page);
        page.locator("#detail form[hx-post$='/assign'] button").first().tap();
        page.waitForCondition(() -> !page.isDisabled("#board-undo"));
        page.click("[data-close-detail]");
        page.waitForCondition(() -> !rowOf(page, talk).isEmpty());
        page.tap("#board-undo");
        page.waitForCondition(() -> rowOf(page, talk).equals(from));
        page.click("[data-close-detail]");
        page.tap("#board-part-open");
        page.locator(".part-unit input").first().check();
        looksRight(page);
        page.tap("#board-part button[type=submit]");
        page.waitForSelector("#board-part .plan-live");
        page.waitForCondition(
                () -> !page.textContent("#board-part [data-served]").equals("–"));
        page.tap("#board-part form[action$='/stop'] button");
        page.waitForSelector("[data-part-again]");
        looksRight(page);
    }

    private static void looksRight(Page page) {
        Accessibility.check(page);
        Accessibility.fitsWidth(page);
    }
}
