package lectern.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Templates, files in every state of disorder, and the workbook that comes back.
@AppTest
class ImportPagesTest {
    private final SmallCity.Made city;
    private final ImportDesk desk;
    private final StatementCount statements;
    private final String village;
    private final Visitor foreign;

    ImportPagesTest(@Autowired SmallCity cities, @Autowired Visitor visitor, @Autowired StatementCount statements) {
        this.foreign = visitor;
        this.statements = statements;
        city = cities.make();
        desk = new ImportDesk(city.counties().getFirst().officer(), visitor, cities);
        var codes = city.villages().getFirst().path().split("/");
        village = codes[codes.length - 1];
    }

    private static byte[] workbook(List<List<Object>> rows, String... merged) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "01.0000")) {
            var sheet = book.newWorksheet("表");
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).size(); column++) {
                    switch (rows.get(row).get(column)) {
                        case Number number -> sheet.value(row, column, number);
                        case LocalDate day -> sheet.value(row, column, day);
                        case Object text -> sheet.value(row, column, text.toString());
                    }
                }
            }
            for (var area : merged) {
                var corners = Stream.of(area.split(",")).map(Integer::valueOf).toList();
                sheet.range(corners.get(0), corners.get(1), corners.get(2), corners.get(3))
                        .merge();
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return out.toByteArray();
    }

    private static List<List<String>> rows(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(ImportPagesTest::cells).toList();
        }
    }

    private static List<String> cells(Row row) {
        return row.stream()
                .map(cell -> cell == null || cell.getText() == null ? "" : cell.getText())
                .toList();
    }

    @Test
    void a_template_explains_itself_and_comes_in_without_its_asides() throws IOException {
        var template = desk.visit.download("/imports/template?kind=speakers");
        var rows = rows(template);
        assertThat(rows.getFirst()).startsWith("姓名", "所属单位", "来源");
        assertThat(rows.get(1).getFirst()).startsWith("※");
        assertThat(rows.get(2).getFirst()).startsWith("※");
        assertThat(desk.hand("speakers", "t.xlsx", template).refusal()).contains("import.noRows");
    }

    @Test
    void the_rows_that_failed_come_back_and_go_in_once_they_are_right() throws IOException {
        var first = desk.hand(
                "speakers",
                "宣讲员名册\n序号,姓名,单位,类别,电话,出生年份\n1,林安," + village + ",志愿者,13800001234,1975\n2,=周宁," + village
                        + ",志愿,13800005678,75年\n");
        assertThat(first.counts()).isEqualTo("1/0/0/1");
        first.apply();
        var back = rows(desk.visit.download("/imports/" + first.id + "/failed"));
        assertThat(back.getFirst()).containsExactly("序号", "姓名", "单位", "类别", "电话", "出生年份", "问题原因");
        var failed = back.get(2);
        assertThat(failed.subList(0, 6)).containsExactly("2", "=周宁", village, "志愿", "13800005678", "75年");
        assertThat(failed.get(6)).contains("没有“志愿”这一项").contains("“75年”不对");
        var corrected = new ArrayList<List<Object>>();
        back.forEach(row -> corrected.add(new ArrayList<>(row)));
        corrected.get(2).set(3, "志愿者");
        corrected.get(2).set(5, 1975);
        var second = desk.hand("speakers", "again.xlsx", workbook(corrected));
        assertThat(second.problems()).isEmpty();
        assertThat(second.counts()).isEqualTo("1/0/0/0");
    }

    @Test
    void files_that_cannot_be_read_say_why_and_name_what_is_missing() {
        assertThat(desk.hand("speakers", "x.csv", "名单\n甲\n".getBytes(StandardCharsets.UTF_8))
                        .refusal())
                .contains("import.headings.none");
        assertThat(desk.hand("speakers", "姓名,来源\n林安,志愿者\n").refusal())
                .contains("import.headings.missing")
                .contains("所属单位");
        assertThat(desk.hand("speakers", "姓名,名字,单位\n林安,林安," + village + "\n").refusal())
                .contains("import.headings.twice");
        assertThat(desk.hand("speakers", "姓名,单位\n").refusal()).contains("import.noRows");
        assertThat(desk.hand("speakers", "x.xlsx", new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                        })
                        .refusal())
                .contains("sheet.");
        var many = new StringBuilder("姓名,单位,来源\n");
        for (var row = 0; row < 60_000; row++) {
            many.append("林安,").append(village).append(",志愿者\n");
        }
        assertThat(desk.hand("speakers", many.toString()).refusal()).contains("sheet.tooManyRows");
        var none = desk.visit.post("/imports", Map.of("kind", "speakers"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("请先选择一个文件");
    }

    @Test
    void headings_are_understood_in_either_language_in_any_order_and_in_gbk() {
        var gbk = desk.hand(
                "speakers",
                "x.csv",
                ("来源;单位编码;爱好;姓名（必填）\n志愿者;" + village + ";下棋;林安\n").getBytes(Charset.forName("GBK")));
        assertThat(gbk.counts()).isEqualTo("1/0/0/0");
        assertThat(gbk.page()).contains("这些列没有用到：爱好");
        assertThat(desk.hand("speakers", "Source,Unit,Name\nVolunteer," + village + ",林安\n")
                        .counts())
                .isEqualTo("1/0/0/0");
    }

    @Test
    void every_impossible_value_is_told_at_its_cell() {
        var head = List.<Object>of("姓名", "单位", "来源", "层级", "手机号", "出生年份", "主题", "可去的层级", "适合的听众", "每月最多场次");
        var answer = desk.hand(
                "speakers",
                "x.xlsx",
                workbook(
                        List.of(
                                head,
                                List.of(
                                        "林　安",
                                        village,
                                        "志愿者",
                                        "骨干",
                                        13800001234L,
                                        "１９７５",
                                        "法律进家门、春季健康",
                                        "村，乡镇",
                                        "老年人：８０",
                                        "８"),
                                List.of("", village, "志愿者"),
                                List.of("周宁", "", "志愿者"),
                                List.of("周宁", village, "志愿者", "院士", "138", "1875", "没有的主题", "火星", "老年人 180", 61),
                                List.of("吴桐", village, ""),
                                List.of("郑和", village, "志愿者")),
                        "1,1,3,1"));
        assertThat(answer.problems())
                .containsExactly(
                        "3:name:import.cell.empty",
                        "4:unit:import.cell.merged",
                        "5:tier:import.cell.unknown",
                        "5:phone:speaker.phone.wrong",
                        "5:birthYear:import.cell.whole",
                        "5:topics:import.cell.unknown",
                        "5:serves:import.cell.unknown",
                        "5:fit:speaker.fit.cell",
                        "5:monthLimit:import.cell.whole",
                        "6:source:import.cell.needed");
        assertThat(answer.counts()).isEqualTo("2/0/0/4");
        var page = answer.page("failed");
        assertThat(page).contains("E5 手机号").contains("B2:B4").contains("第 5 行");
    }

    @Test
    void a_page_takes_as_many_statements_for_thirty_rows_as_for_one() {
        var one = desk.hand("speakers", csv(1));
        var thirty = desk.hand("speakers", csv(30));
        assertThat(statements.of(() -> thirty.page("new"))).isEqualTo(statements.of(() -> one.page("new")));
    }

    private String csv(int rows) {
        return Stream.iterate(1, row -> row + 1)
                .limit(rows)
                .map(row -> "林安" + row + "," + village + ",志愿者\n")
                .collect(Collectors.joining("", "姓名,单位,来源\n", ""));
    }

    @Test
    void imports_of_foreign_units_are_not_listed() {
        var own = desk.hand("speakers", csv(1));
        assertThat(desk.visit.get("/imports").body()).contains("/imports/" + own.id);
        assertThat(foreign.as(city.counties().getLast().officer())
                        .get("/imports")
                        .body())
                .doesNotContain(own.id);
    }
}
