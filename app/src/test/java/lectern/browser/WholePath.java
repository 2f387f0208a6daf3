package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.planning.OpenProgramme;
import lectern.platform.web.Words;

/// The steps of one request in a small city, each at the window of whoever takes it.
final class WholePath {
    private static final String TOPIC = "法律进家门";
    private static final String WHY_NOT = "那天要去市里开会";
    private static final String PRAISE = "讲得很清楚";
    private static final int PEOPLE = 60;

    private final SmallCity.Made city;
    private final OpenProgramme programme;
    private final MovableClock clock;
    private final Words words;

    WholePath(SmallCity.Made city, OpenProgramme programme, MovableClock clock, Words words) {
        this.city = city;
        this.programme = programme;
        this.clock = clock;
        this.words = words;
    }

    void asks(Walker keeper) {
        keeper.logIn(SmallCity.login(city.keepers().getFirst(), "keeper"));
        keeper.reads("station.upcoming.none");
        keeper.follow(keeper.link("station.ask"));
        keeper.field("request.topic").selectOption(TOPIC);
        keeper.press(keeper.chip(elderly()));
        keeper.field("request.day.1").fill(programme.monday.toString());
        keeper.field("request.expected").fill("55");
        keeper.follow(keeper.button("request.ask"));
        keeper.reads("request.state.ASKED");
        keeper.follow(keeper.page.locator("main a.card-link"));
        keeper.reads("request.state.ASKED");
    }

    private String elderly() {
        return words.isChinese() ? "老年人" : "Elderly";
    }

    void approves(Walker officer) {
        officer.logIn(SmallCity.login(city.counties().getFirst().officer(), "officer"));
        officer.reads("desk.asked");
        officer.follow(officer.page.locator("#queue-asked .desk-what").first());
        officer.follow(officer.button("request.approve"));
        officer.reads("request.state.APPROVED");
    }

    void plans(Walker officer) {
        officer.goTo("desk.title");
        officer.follow(officer.link("desk.plan", "1"));
        var extent = officer.page.locator("#plan-extent dd");
        assertThat(extent).hasText(new String[] {"1", "4"});
        officer.page.selectOption("select[name=seconds]", "300"); // it is stopped below, however slow the machine
        officer.follow(officer.button("plan.start"));
        assertThat(officer.page.locator("[data-served]")).hasText("1 / 1");
        assertThat(officer.page.getByRole(AriaRole.PROGRESSBAR)).not().hasAttribute("aria-valuenow", "0");
        officer.look();
        officer.press(officer.button("plan.stop"));
        assertThat(officer.page.locator("#board")).isVisible();
        assertThat(officer.page.locator("#board-note")).isEmpty();
        officer.look();
    }

    void publishes(Walker officer) {
        officer.press(officer.named(AriaRole.TAB, words.of("plan.board.list")));
        officer.press(
                officer.page.locator("#board-list [data-talk]").filter(new Locator.FilterOptions().setVisible(true)));
        officer.reads("plan.why");
        officer.readsText(nameOf(0));
        officer.look();
        if (officer.button("action.close").isVisible()) {
            officer.press(officer.button("action.close"));
        }
        officer.press(officer.named(AriaRole.TAB, words.of("plan.board.timeline")));
        officer.look();
        officer.follow(officer.link("plan.publish"));
        officer.follow(officer.button("plan.publish.confirm"));
        officer.reads("plan.state.PUBLISHED");
        officer.goTo("nav.plans");
        officer.reads("plan.state.PUBLISHED");
    }

    private String nameOf(int speaker) {
        return "讲员" + city.villages().get(speaker).name();
    }

    void declines(Walker speaker) {
        speaker.logIn(SmallCity.login(city.speakerActors().get(0), "speaker"));
        speaker.reads("task.state.OFFERED");
        speaker.press(speaker.page.getByText(words.of("task.decline")));
        speaker.field("task.decline.reason").fill(WHY_NOT);
        speaker.look();
        speaker.follow(speaker.button("task.decline.send"));
        speaker.reads("task.none");
    }

    void findsSubstitute(Walker officer) {
        officer.goTo("desk.title");
        officer.reads("desk.open");
        officer.follow(officer.page.locator("#queue-open .desk-what").first());
        officer.readsText(WHY_NOT);
        assertThat(officer.page.locator(".substitutes strong")).hasText(new String[] {nameOf(1), nameOf(2), nameOf(3)});
        officer.look();
        officer.follow(officer.button("substitute.askName", nameOf(1)));
        officer.reads("talk.state.OFFERED");
        assertThat(officer.page.locator(".definition")).containsText(nameOf(1));
    }

    void accepts(Walker substitute) {
        substitute.logIn(SmallCity.login(city.speakerActors().get(1), "speaker"));
        substitute.reads("task.state.OFFERED");
        substitute.follow(substitute.button("task.accept"));
        substitute.reads("task.state.ACCEPTED");
    }

    /// @return the address that a phone reads from the poster
    String hangsUpThePoster(Walker keeper) {
        keeper.goTo("station.title");
        keeper.reads("talk.state.ACCEPTED");
        keeper.follow(keeper.page
                .locator("main a.card-link")
                .filter(new Locator.FilterOptions().setHasText(words.of("talk.state.ACCEPTED"))));
        assertThat(keeper.page.getByText(WHY_NOT)).not().isVisible();
        keeper.follow(keeper.link("talk.poster"));
        return read(keeper.named(AriaRole.IMG, words.of("talk.poster.code")).screenshot());
    }

    private static String read(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (IOException | ReaderException unreadable) {
            throw new AssertionError("no phone could read this code", unreadable);
        }
    }

    void theTalkIsOver() {
        clock.move(Duration.between(clock.instant(), programme.at(0, 20).toInstant()));
    }

    void reports(Walker keeper) {
        keeper.goTo("station.title");
        keeper.reads("station.missing");
        keeper.taps();
        keeper.follow(keeper.link("headcount.report"));
        keeper.follow(keeper.named(AriaRole.BUTTON, Integer.toString(PEOPLE)));
        assertThat(keeper.taps()).isEqualTo(2);
        keeper.readsText(words.of("station.reported", TOPIC, PEOPLE) + " " + words.of("headcount.correct"));
        assertThat(keeper.link("headcount.report")).not().isVisible();
    }

    void rates(Walker listener, String address) {
        listener.open(address);
        listener.press(listener.chip(words.of("rating.stars.5")));
        listener.field("rating.comment").fill(PRAISE);
        listener.follow(listener.button("rating.send"));
        listener.reads("rating.thanks.text", TOPIC);
    }

    void seesFigures(Walker officer) {
        officer.goTo("figures.title");
        untilTheRatingCounts(officer);
        readsFigures(officer);
        officer.follow(officer.named(AriaRole.LINK, city.towns().getFirst().name()));
        readsFigures(officer);
        officer.follow(officer.named(AriaRole.LINK, city.villages().getFirst().name()));
        readsFigures(officer);
        officer.readsText(words.of("figures.people", PEOPLE));
        officer.follow(officer.named(AriaRole.LINK, TOPIC));
        officer.reads("talk.state.HELD");
        officer.readsText(PRAISE);
        assertThat(officer.page.locator(".definition"))
                .containsText(words.of("talk.attendance.n", PEOPLE) + " · " + words.of("headcount.source.COUNTED"));
        assertThat(officer.page.locator(".definition")).containsText(words.of("talk.rating.n", "5", "1"));
    }

    /// Figures follow a moment after the report; an impatient reader loads the page again.
    private void untilTheRatingCounts(Walker officer) {
        officer.page.waitForCondition(() -> {
            var counts = officer.page
                    .getByText(words.of("figures.rating", 1), new Page.GetByTextOptions().setExact(true))
                    .isVisible();
            if (!counts) {
                officer.page.reload();
            }
            return counts;
        });
    }

    private static void readsFigures(Walker officer) {
        var figures = officer.page.locator(".figure-box .figure");
        assertThat(figures.nth(0)).hasText("1");
        assertThat(figures.nth(1)).hasText(Integer.toString(PEOPLE));
        assertThat(figures.nth(2)).hasText(Integer.toString(PEOPLE));
        assertThat(figures.nth(3)).hasText("5.0");
    }
}
