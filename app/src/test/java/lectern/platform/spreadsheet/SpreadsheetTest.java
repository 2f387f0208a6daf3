package lectern.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.platform.web.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What is read out of files as offices make them, and what is not.
class SpreadsheetTest {
    private static List<SheetRow> rows(byte[] content) throws IOException {
        try (var sheet = Spreadsheet.open(content)) {
            return sheet.rows().toList();
        }
    }

    private static List<SheetRow> rows(String csv, Charset charset) throws IOException {
        return rows(csv.getBytes(charset));
    }

    private static List<List<String>> texts(List<SheetRow> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    @TestFactory
    List<DynamicTest> a_bad_file_is_refused_with_what_is_wrong_with_it() {
        return BadFiles.all().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThatThrownBy(() -> rows(file.getValue().content()))
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        refusal -> assertThat(refusal.key())
                                                .isEqualTo(file.getValue().key()))))
                .toList();
    }

    @Test
    void of_a_million_rows_no_more_are_read_than_may_be(@TempDir Path folder) throws IOException {
        var file = folder.resolve("million.csv");
        try (var out = Files.newBufferedWriter(file)) {
            for (var row = 0; row < 1_000_000; row++) {
                out.write("林安,志愿者\n");
            }
        }
        var read = new AtomicInteger();
        try (var sheet = Spreadsheet.open(file)) {
            assertThatThrownBy(() -> sheet.rows().forEach(row -> read.incrementAndGet()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("sheet.tooManyRows"));
        }
        assertThat(read).hasValue(SpreadsheetLimits.MOST_ROWS);
    }

    @Test
    void csv_is_read_in_every_encoding_and_with_every_separator() throws IOException {
        var expected = List.of(List.of("姓名", "单位"), List.of("林安", "石桥, 东"));
        var gbk = Charset.forName("GBK");
        var csv = "姓名,单位\r\n林安,\"石桥, 东\"\r\n";
        assertThat(texts(rows(csv, StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(texts(rows("\uFEFF" + csv, StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(texts(rows(csv, gbk))).isEqualTo(expected);
        assertThat(texts(rows(csv, StandardCharsets.UTF_16))).isEqualTo(expected);
        assertThat(texts(rows("姓名;单位\n林安;石桥, 东\n", gbk))).isEqualTo(expected);
        assertThat(texts(rows("姓名\t单位\n\n林安\t石桥, 东", StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(texts(rows("姓名,单位\n㐀䶮,镕\n", Charset.forName("GB18030"))).getLast())
                .containsExactly("㐀䶮", "镕");
    }

    @Test
    void full_width_digits_strange_spaces_and_compatibility_characters_are_what_people_mean() throws IOException {
        var row = rows("　１２　,１，２００\u00A0,买买提\u200B·艾力,\uF9DC\n", StandardCharsets.UTF_8)
                .getFirst();
        assertThat(row.cell(0).whole()).hasValue(12);
        assertThat(row.cell(1).whole()).hasValue(1_200);
        assertThat(row.cell(2).text()).isEqualTo("买买提·艾力");
        assertThat(row.cell(3).text()).isEqualTo("隆");
        assertThat(Fold.key("买买提 • 艾力")).isEqualTo(Fold.key("买买提·艾力"));
    }

    @Test
    void days_and_times_are_read_however_they_are_typed() throws IOException {
        for (var day :
                List.of("2026-11-25", "2026/11/25", "2026.11.25", "2026年11月25日", "20261125", "２０２６－１１－２５", "46351")) {
            assertThat(rows(new Book(Book.row(1, day.equals("46351") ? Book.number("A1", day) : Book.text("A1", day)))
                                    .bytes())
                            .getFirst()
                            .cell(0)
                            .date())
                    .as(day)
                    .hasValue(LocalDate.of(2026, 11, 25));
        }
        for (var time : List.of("14:30", "14：30", "14时30分", "下午2:30", "2:30 PM")) {
            assertThat(Cell.Text.of(time).time()).as(time).hasValue(LocalTime.of(14, 30));
        }
        for (var nonsense : List.of("2026-02-30", "下周三", "25:00", "12人")) {
            var cell = Cell.Text.of(nonsense);
            assertThat(cell.date()).as(nonsense).isEmpty();
            assertThat(cell.time()).as(nonsense).isEmpty();
            assertThat(cell.whole()).as(nonsense).isEmpty();
        }
    }

    @Test
    void days_of_a_workbook_that_counts_from_1904_are_the_days_that_it_shows() throws IOException {
        var book = new Book(Book.row(1, Book.number("A1", "44889")))
                .workbook("date1904=\"1\"", "<sheet name=\"甲\" sheetId=\"1\" r:id=\"r1\"/>");
        assertThat(rows(book.bytes()).getFirst().cell(0).date()).hasValue(LocalDate.of(2026, 11, 25));
    }

    @Test
    void merged_cells_are_told_and_a_hidden_sheet_is_not_read() throws IOException {
        var book = new Book(Book.row(1, Book.text("A1", "藏")))
                .workbook(
                        "",
                        "<sheet name=\"藏\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>"
                                + "<sheet name=\"名单\" sheetId=\"2\" r:id=\"r2\"/>")
                .sheet(
                        2,
                        Book.row(2, Book.text("B2", "石桥村")) + Book.row(4, Book.text("A4", "林安")),
                        "<mergeCells count=\"1\"><mergeCell ref=\"B2:B4\"/></mergeCells>");
        try (var sheet = Spreadsheet.open(book.bytes())) {
            assertThat(sheet.name()).isEqualTo("名单");
            assertThat(sheet.merged()).containsExactly("B2:B4");
            assertThat(sheet.rows().map(SheetRow::number)).containsExactly(2, 4);
        }
    }

    @Test
    void a_formula_counts_by_its_result_and_a_broken_one_is_no_text() throws IOException {
        var row = rows(new Book(Book.row(
                                1,
                                "<c r=\"A1\"><f>40+2</f><v>42</v></c>",
                                "<c r=\"B1\" t=\"e\"><f>C9</f><v>#REF!</v></c>"))
                        .bytes())
                .getFirst();
        assertThat(row.cell(0).whole()).hasValue(42);
        assertThat(row.cell(1)).isInstanceOf(Cell.Broken.class);
    }

    @Test
    void text_that_looks_like_a_formula_comes_back_as_it_was() {
        for (var text : List.of("=1+1", "+86", "-甲", "@sum", "\t=1", "'=1", "''+1", "'", "''", "＝1", "甲=乙", "'甲")) {
            var escaped = Formulas.escaped(text);
            assertThat(Formulas.looksLikeOne(escaped)).as(text).isFalse();
            assertThat(Formulas.unescaped(escaped)).as(text).isEqualTo(text);
        }
    }
}
