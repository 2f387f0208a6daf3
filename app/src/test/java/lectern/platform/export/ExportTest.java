package lectern.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.platform.imports.ImportDesk;
import lectern.platform.security.Actor;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.spreadsheet.SheetRow;
import lectern.platform.spreadsheet.Spreadsheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Lists as files: what is filtered, in the reader's words, without formulas and without telephone numbers.
@AppTest
class ExportTest {
    private static final List<String> FORMULAS =
            List.of("=1+1|A0", "+8613900000000", "-甲", "@sum(1)", "'=引号", "''+甲", "＝全角");

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private String enlist(SmallCity.Made city, Actor officer, String name) {
        return enlist(city, officer, name, "19900001234");
    }

    private String enlist(SmallCity.Made city, Actor officer, String name, String phone) {
        var form = new HashMap<String, String>();
        form.put("name", name);
        form.put("unit", city.villages().getFirst().id().toString());
        form.put("source", "volunteer");
        form.put("tier", "2");
        form.put("birthYear", "1975");
        form.put("phone", phone);
        form.put("serves", "VILLAGE");
        form.put("monthLimit", "6");
        form.put("topics", city.topics().getFirst().toString());
        form.put("fit[elderly]", "70");
        var answer = visitor.as(officer).post("/speakers", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return name;
    }

    private static List<SheetRow> rows(byte[] file) throws IOException {
        try (var sheet = Spreadsheet.open(file)) {
            return sheet.rows().toList();
        }
    }

    private static List<String> texts(SheetRow row) {
        return row.cells().stream().map(Cell::raw).toList();
    }

    private static String part(byte[] workbook, String name) throws IOException {
        var file = Files.createTempFile("export", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void the_files_hold_what_the_list_shows_and_the_audit_tells_who_took_them() throws IOException {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        enlist(city, officer, "赵晓梅");
        var visit = visitor.as(officer);
        var filter = "?q=" + URLEncoder.encode("晓梅", StandardCharsets.UTF_8);
        var code = city.villages().getFirst().path().replaceAll(".*/(\\w+)/$", "$1");
        var csv = visit.get("/speakers/export" + filter + "&format=csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment")
                .contains(".csv");
        assertThat(csv.body()).startsWith("\uFEFF姓名,所属单位,单位名称（供查看）,");
        var rows = rows(visit.download("/speakers/export" + filter));
        assertThat(rows).hasSize(2);
        assertThat(texts(rows.get(1)).subList(0, 3))
                .containsExactly("赵晓梅", code, city.villages().getFirst().name());
        assertThat(texts(rows.get(1)).subList(5, 7)).containsExactly("*******1234", "1975");
        assertThat(rows(visit.download("/speakers/export" + filter + "&lang=en"))
                        .getFirst()
                        .cell(0)
                        .text())
                .isEqualTo("Name");
        assertThat(visit.download("/speakers/export?lang=zh-CN")).isNotEmpty();
        assertThat(cities.count("""
                        select count(*) from audit_entry where path = ? and act = 'export-speakers'
                          and detail->>'q' = '晓梅' and detail->>'rows' = '1'
                        """, officer.path())).isEqualTo(3);
    }

    @Test
    void what_looks_like_a_formula_is_text_in_both_files_and_comes_back_as_it_was() throws IOException {
        var city = cities.make();
        var officer = city.counties().getFirst().officer();
        FORMULAS.forEach(name -> enlist(city, officer, name));
        var visit = visitor.as(officer);
        for (var format : List.of("xlsx", "csv")) {
            var file = visit.download("/speakers/export?tier=2&format=" + format);
            assertThat(rows(file).stream().skip(1).map(row -> row.cell(0).raw()))
                    .as(format)
                    .containsExactlyInAnyOrderElementsOf(FORMULAS);
            var back = new ImportDesk(officer, visitor, cities).hand("speakers", "again." + format, file);
            assertThat(back.counts()).as(format).isEqualTo("0/0/" + FORMULAS.size() + "/0");
        }
        var csv = visit.get("/speakers/export?tier=2&format=csv").body();
        assertThat(csv.lines().skip(1)).allSatisfy(line -> assertThat(line).matches("(\"?)'.*"));
        var workbook = visit.download("/speakers/export?tier=2");
        assertThat(part(workbook, "xl/sharedStrings.xml")).contains("=1+1|A0");
        assertThat(part(workbook, "xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
    }

    @Test
    void two_of_one_name_and_year_are_told_apart_by_the_masked_number_when_they_come_back() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        enlist(city, officer, "王永康", "19900001364");
        enlist(city, officer, "王永康", "19900000686");
        var file = visitor.as(officer).download("/speakers/export?tier=2");
        var back = new ImportDesk(officer, visitor, cities).hand("speakers", "again.xlsx", file);
        assertThat(back.problems()).isEmpty();
        assertThat(back.counts()).isEqualTo("0/0/2/0");
    }

    @Test
    void foreign_speakers_and_talks_are_in_no_file() throws IOException {
        var city = cities.make();
        var own = city.counties().getFirst().officer();
        var other = city.counties().get(1).officer();
        enlist(city, own, "独此一人");
        assertThat(visitor.as(other).get("/speakers/export?format=csv").body()).doesNotContain("独此一人");
        assertThat(visitor.as(other)
                        .get("/speakers/export?format=csv&unit="
                                + city.villages().getFirst().id())
                        .body())
                .hasLineCount(1);
        assertThat(visitor.as(city.keepers().getFirst()).get("/speakers/export").statusCode())
                .isIn(403, 404);
    }

    @Test
    void a_file_takes_as_many_queries_for_one_row_as_for_three() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        var visit = visitor.as(officer);
        enlist(city, officer, "测试一");
        var one = statements.of(() -> visit.download("/speakers/export?tier=2"));
        enlist(city, officer, "测试二");
        enlist(city, officer, "测试三");
        var three = statements.of(() -> visit.download("/speakers/export?tier=2"));
        assertThat(three).isEqualTo(one);
    }

    @Test
    void every_list_comes_as_a_file_in_the_scope_of_its_reader() throws IOException {
        var city = cities.make();
        var town = city.towns().getFirst();
        var visit = visitor.as(town.officer());
        var below = " where path >= '" + town.path() + "' and path < '" + town.path() + "~'";
        for (var list : Map.of("venues", "venue", "units", "unit").entrySet()) {
            assertThat(rows(visit.download("/" + list.getKey() + "/export")))
                    .as(list.getKey())
                    .hasSize(1 + (int) cities.count("select count(*) from " + list.getValue() + below));
        }
        assertThat(rows(visit.download("/topics/export")))
                .hasSize(1 + city.topics().size());
        var day = LocalDate.ofInstant(clock.instant(), town.officer().zone()).plusDays(3);
        visit.post(
                "/speakers/" + city.speakers().getFirst() + "/availability", Map.of("choice", day + "/AFTERNOON/free"));
        var free = rows(visit.download("/speakers/export/availability"));
        assertThat(free).hasSize(2);
        assertThat(free.get(1).cell(4).date()).hasValue(day);
        assertThat(free.get(1).cell(5).time()).hasValue(LocalTime.of(13, 0));
        assertThat(free.get(1).cell(6).time()).hasValue(LocalTime.of(18, 0));
        for (var list : List.of("requests", "talks")) {
            assertThat(texts(rows(visit.download("/" + list + "/export")).getFirst()))
                    .as(list)
                    .contains("听众");
        }
    }
}
