package lectern.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lectern.browser.Browsers;

/// How fast the plan board of a whole city's month is in a browser: until it can be used, while a talk is dragged,
/// while its rows are scrolled.
///
/// `--jar FILE --data FOLDER` starts the demo by itself; `--address URL` measures one that runs. It orders a plan of
/// the
/// demo's month, searches for `--seconds` (10), and discards it at the end.
public final class BoardBench {
    private static final int LOADS = 7;
    private static final int DRAGS = 5;
    private static final int DAYS = 31;
    private static final double PLAN_PATIENCE = 300_000;

    private final Page page;
    private final String address;

    private BoardBench(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    public static void main(String[] words) throws Exception {
        var given = new HashMap<String, String>();
        for (var index = 0; index + 1 < words.length; index += 2) {
            given.put(words[index], words[index + 1]);
        }
        var seconds = given.getOrDefault("--seconds", "10");
        var address = given.get("--address");
        if (address != null) {
            measure(address, seconds);
            return;
        }
        var jar = Path.of(given.getOrDefault("--jar", "app/target/run/lectern.jar"));
        if (!Files.exists(jar)) {
            System.err.println("--jar names no file: " + jar);
            System.exit(2);
        }
        var data = Path.of(given.getOrDefault("--data", "data/demo")).toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(data.getParent()));
        try (var server = new Child(jar, data)) {
            measure(server.address(), seconds);
        }
    }

    private static void measure(String address, String seconds) {
        try (var browsers = new Browsers()) {
            var bench = new BoardBench(browsers.visit(address, Browsers.Size.DESK, "zh-CN"), address);
            bench.enter();
            var board = bench.plan(seconds);
            bench.loads(board, "map");
            bench.loads(board, "timeline");
            bench.drags();
            bench.scrolls();
            bench.discard();
        }
    }

    private void enter() {
        page.navigate(address + "/login");
        var forgery = page.getAttribute("meta[name=csrf]", "content");
        page.context()
                .request()
                .post(
                        address + "/demo/enter",
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", forgery)
                                .setForm(FormData.create().set("as", "demo-city-officer")));
    }

    /// For the month in which the demo has requests.
    private String plan(String seconds) {
        var first = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        page.navigate(address + "/plans/new?firstDay=" + first + "&lastDay=" + first.plusDays(DAYS - 1));
        page.waitForSelector("#plan-extent dd");
        page.selectOption("select[name=seconds]", seconds);
        page.click("#plan-form button[type=submit]");
        page.waitForSelector("#board", new Page.WaitForSelectorOptions().setTimeout(PLAN_PATIENCE));
        var board = page.url().replaceAll("\\?.*", "");
        var size = (List<?>) page.evaluate("""
                async (board) => {
                  const talks = await (await fetch(board + '/board.json')).json();
                  const people = await (await fetch(board + '/speakers.json')).json();
                  return [talks.talks.length, people.speakers.length, talks.days];
                }
                """, board);
        System.out.printf("a plan of %s talks, %s speakers, %s days%n", size.get(0), size.get(1), size.get(2));
        return board;
    }

    private void loads(String board, String view) {
        var interactive = new ArrayList<Double>();
        var afterLoad = new ArrayList<Double>();
        for (var load = 0; load < LOADS; load++) {
            page.navigate(board + "?view=" + view);
            page.waitForCondition(() ->
                    (Boolean) page.evaluate("() => performance.getEntriesByName('board-interactive').length > 0"));
            var times = (List<?>) page.evaluate("""
                    () => [performance.getEntriesByName('board-interactive')[0].startTime,
                           performance.getEntriesByType('navigation')[0].loadEventEnd]
                    """);
            var ready = ((Number) times.get(0)).doubleValue();
            interactive.add(ready);
            afterLoad.add(Math.max(0, ready - ((Number) times.get(1)).doubleValue()));
        }
        System.out.printf(
                "%-9s interactive after the click   median %5.0f ms, longest %5.0f ms; after load   median %5.0f ms, longest %5.0f ms%n",
                view, median(interactive), longest(interactive), median(afterLoad), longest(afterLoad));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double longest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /// A talk is carried across the rows and days in sight with the mouse, and down to where the rows scroll by
    /// themselves.
    private void drags() {
        page.click("[data-zoom=week]");
        page.evaluate("() => document.getElementById('timeline').scrollIntoView({ block: 'end' })");
        var all = new ArrayList<Double>();
        for (var drag = 0; drag < DRAGS; drag++) {
            var bar = page.locator("#" + inSight(drag));
            var from = bar.boundingBox();
            var box = page.locator("#timeline").boundingBox();
            page.mouse().move(from.x + 3, from.y + 6);
            page.mouse().down();
            page.mouse().move(from.x + 20, from.y + 20);
            page.waitForCondition(() -> page.locator(".tl-open").count() > 0);
            all.addAll(Frames.during(
                            page,
                            () -> Stream.of(
                                            new double[] {0.9, 0.8},
                                            new double[] {0.3, 0.3},
                                            new double[] {0.8, 0.97},
                                            new double[] {0.5, 0.5})
                                    .forEach(to -> page.mouse()
                                            .move(
                                                    box.x + to[0] * box.width,
                                                    box.y + to[1] * box.height,
                                                    new com.microsoft.playwright.Mouse.MoveOptions().setSteps(90))))
                    .milliseconds());
            page.keyboard().press("Escape");
            page.mouse().up();
        }
        System.out.println("dragging  " + new Frames(all.stream().sorted().toList()));
    }

    /// The id of one of the talks that can be seen whole.
    private String inSight(int number) {
        return (String) page.evaluate("""
                (number) => {
                  const box = document.getElementById('timeline').getBoundingClientRect();
                  const seen = [...document.querySelectorAll('#timeline .timeline-talk')].filter((bar) => {
                    const at = bar.getBoundingClientRect();
                    return at.left > box.left + 200 && at.right < box.right && at.top > box.top + 60 && at.bottom < innerHeight;
                  });
                  return seen[number % seen.length].id;
                }
                """, number);
    }

    private void scrolls() {
        var rows = page.getAttribute("#timeline", "aria-rowcount");
        var box = page.locator("#timeline").boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        var frames = Frames.during(page, () -> {
            for (var turn = 0; turn < 150; turn++) {
                page.mouse().wheel(0, 240);
            }
        });
        System.out.println("scrolling " + frames + "; rows " + rows + ", elements of rows "
                + page.locator("#timeline .tl-row").count());
    }

    private void discard() {
        page.evaluate("""
                async () => {
                  const form = document.querySelector('form[action$="/discard"]');
                  await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
                }
                """);
    }
}
