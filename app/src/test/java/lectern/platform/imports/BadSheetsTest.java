package lectern.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.spreadsheet.BadFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever hands in what cannot be read is told why on the import's page, in his language, and nothing came of it.
@AppTest
class BadSheetsTest {
    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Test
    void every_bad_file_is_answered_on_its_page_in_both_languages() {
        var desk = new ImportDesk(cities.make().counties().getFirst().officer(), visitor, cities);
        BadFiles.all().forEach((what, file) -> {
            if (file.content().length == 0) {
                return;
            }
            var handed = desk.hand("speakers", file.name(), file.content());
            assertThat(handed.state()).as(what).isEqualTo("REFUSED");
            assertThat(handed.refusal()).as(what).contains('"' + file.key() + '"');
            for (var language : List.of("zh-CN", "en")) {
                assertThat(desk.visit
                                .get("/imports/" + handed.id + "?lang=" + language)
                                .body())
                        .as(what)
                        .contains(beginning(file.key(), language), "/imports/new?kind=speakers")
                        .doesNotContain(file.key());
            }
            assertThat(cities.count("select count(*) from sheet_import_row where import_id = ?::uuid", handed.id))
                    .as(what)
                    .isZero();
        });
    }

    @Test
    void an_empty_file_is_answered_on_the_form() {
        var visit = visitor.as(cities.make().counties().getFirst().officer());
        for (var language : List.of("zh-CN", "en")) {
            visit.get("/imports/new?kind=speakers&lang=" + language);
            var answer = visit.upload("/imports?kind=speakers", "名单.xlsx", new byte[0]);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(beginning("sheet.empty", language));
        }
    }

    /// The text up to its first number.
    private static String beginning(String key, String language) {
        var locale = language.equals("en") ? Locale.ENGLISH : Locale.ROOT;
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("messages/platform", locale, control)
                .getString(key)
                .split("\\{")[0];
    }
}
