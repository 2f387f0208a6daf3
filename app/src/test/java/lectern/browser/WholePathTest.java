package lectern.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import lectern.AppTest;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.platform.database.OwnerConnections;
import lectern.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// From the keeper's wish to the figures, by the hands of everybody who has a part in it.
@AppTest
class WholePathTest {
    private static Browsers browsers;

    @Autowired
    Visitor visitor;

    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    MovableClock clock;

    @Autowired
    MessageSource messages;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"PHONE,zh-CN", "DESK,en"})
    void a_wish_becomes_a_talk_that_is_counted(Browsers.Size size, String language) {
        var city = cities.make();
        cities.givePasswords(
                city.keepers().getFirst(),
                city.counties().getFirst().officer(),
                city.speakerActors().get(0),
                city.speakerActors().get(1));
        var programme = new OpenProgramme(owner, city);
        programme.available(0, 1, 2, 3);
        var words = new Words(messages, Locale.forLanguageTag(language));
        var path = new WholePath(city, programme, clock, words);
        try (var keeper = walker("keeper", size, words);
                var officer = walker("officer", size, words);
                var speaker = walker("speaker", size, words);
                var substitute = walker("substitute", size, words);
                var listener = walker("listener", size, words)) {
            path.asks(keeper);
            path.approves(officer);
            path.plans(officer);
            path.publishes(officer);
            path.declines(speaker);
            path.findsSubstitute(officer);
            path.accepts(substitute);
            var address = path.hangsUpThePoster(keeper);
            path.theTalkIsOver();
            path.reports(keeper);
            path.rates(listener, address);
            path.seesFigures(officer);
        }
    }

    private Walker walker(String who, Browsers.Size size, Words words) {
        var page = browsers.visit(visitor.address(), size, words.locale().toLanguageTag());
        return new Walker(who, page, visitor.address(), words, size);
    }
}
