package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.spreadsheet.Spreadsheet;
import lectern.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// An officer takes a template, hands a sheet in with a mistake in it, lets the good row in, takes the bad one back,
/// undoes it all, and takes the list home.
@AppTest
class SheetPagesTest {
    private static Browsers browsers;

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    MessageSource messages;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private static List<List<String>> rows(Download download) {
        try (var sheet = Spreadsheet.open(download.path())) {
            return sheet.rows()
                    .map(row -> row.cells().stream().map(Cell::text).toList())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"DESK,zh-CN", "PHONE,en"})
    void a_sheet_is_checked_let_in_corrected_and_undone(Browsers.Size size, String language) {
        var city = cities.make();
        var officer = city.counties().getFirst().officer();
        var words = new Words(messages, Locale.forLanguageTag(language));
        var codes = city.villages().getFirst().path().split("/");
        var unit = codes[codes.length - 1];
        try (var walker =
                new Walker("sheets", browsers.open(visitor, officer, size, language), visitor.address(), words, size)) {
            var page = walker.page;
            walker.open(visitor.address() + "/speakers");
            walker.follow(walker.link("import.do"));
            var template = page.waitForDownload(() -> walker.press(walker.link("import.step.template.do")));
            assertThat(template.suggestedFilename()).endsWith(".xlsx");
            assertThat(rows(template).getFirst()).startsWith(words.of("sheet.speakers.name"));

            page.setInputFiles("#import-file", file("locked.xlsx", "<html>"));
            walker.press(walker.button("import.step.upload.do"));
            assertThat(page.locator(".alert-danger")).containsText(words.of("sheet.webPage"));
            walker.look();
            walker.follow(walker.link("import.upload.other"));

            page.setInputFiles(
                    "#import-file",
                    file("speakers.csv", "姓名,单位,来源,出生年份\n柳青禾," + unit + ",志愿者,1975\n=周宁," + unit + ",志愿者,75年\n"));
            walker.press(walker.button("import.step.upload.do"));
            assertThat(page.locator(".import-counts")).isVisible();
            walker.look();
            assertThat(page.locator(".import-row")).hasCount(1);
            assertThat(page.locator(".import-place")).containsText("D3");
            var failed = page.waitForDownload(() -> walker.press(walker.link("import.failed.download", "1")));
            assertThat(rows(failed)).anySatisfy(row -> assertThat(row).contains("=周宁", "75年"));

            walker.press(walker.button("import.apply", "1"));
            assertThat(page.locator(".alert-success")).isVisible();
            walker.look();
            assertThat(cities.count(
                            "select count(*) from speaker where city_id = ? and name in ('柳青禾', '=周宁')",
                            city.city().id()))
                    .isEqualTo(1);
            walker.open(visitor.address() + "/speakers?unit="
                    + city.villages().getFirst().id());
            var list = page.waitForDownload(() -> walker.press(walker.link("export.as.xlsx", words.of("export.list"))));
            assertThat(rows(list).stream().map(List::getFirst)).contains("柳青禾");

            page.goBack();
            page.onceDialog(Dialog::accept);
            walker.press(walker.button("import.undo"));
            assertThat(page.locator(".alert-success")).containsText(words.of("import.undone", "1"));
            walker.look();
            walker.open(visitor.address() + "/imports");
            assertThat(page.locator(size == Browsers.Size.DESK ? "tr[data-href]" : ".card-list li"))
                    .hasCount(2);
        }
    }
}
