package lectern.org.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.Identifiers;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import lectern.platform.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Files as offices have them, and files with everything that can be wrong.
@AppTest
class UnitImportTest {
    /// The file of a real city, as its statistics office publishes it; read where it is at hand.
    private static final Path REAL = Path.of("../../shared/data");

    private final SmallCity cities;
    private final Visitor visitor;
    private final OwnerConnections owner;
    private final SmallCity.Made city;
    private final String root;

    UnitImportTest(@Autowired SmallCity cities, @Autowired Visitor visitor, @Autowired OwnerConnections owner) {
        this.cities = cities;
        this.visitor = visitor;
        this.owner = owner;
        city = cities.make();
        root = city.city().path().replace("/", "");
    }

    private HttpResponse<String> units(String csv) {
        return units(csv.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> units(byte[] csv) {
        return visitor.as(city.city().officer()).upload("/units/import/units", "units.csv", csv);
    }

    private HttpResponse<String> outlines(String json) {
        return visitor.as(city.city().officer())
                .upload("/units/import/outlines", "outlines.geojson", json.getBytes(StandardCharsets.UTF_8));
    }

    private long countUnits() {
        return cities.count(
                "select count(*) from unit where city_id = ?", city.city().id());
    }

    @Test
    void units_go_in_whatever_their_order_and_the_same_file_twice_changes_nothing() {
        var csv = "code,name,level,parent\n" + root + "091,柳村,VILLAGE," + root + "09\n" + root + "09,新县,COUNTY," + root
                + "\n";
        var before = countUnits();
        assertThat(units(csv).body()).contains("共 2 个单位：新增 2，更新 0，没有变化 0");
        assertThat(units(csv).body()).contains("共 2 个单位：新增 0，更新 0，没有变化 2");
        assertThat(countUnits()).isEqualTo(before + 2);
        assertThat(cities.text("select path from unit where code = ?", root + "091"))
                .isEqualTo(root + "/" + root + "09/" + root + "091/");
        assertThat(units(csv.replace("柳村", "柳树村")).body()).contains("新增 0，更新 1，没有变化 1");
    }

    @Test
    void chinese_headings_and_gbk_are_read() {
        var csv = "编码;名称;级别;上级;纬度;经度\n" + root + "08;东县;县;" + root + ";29.5;118.25\n";
        assertThat(units(csv.getBytes(Charset.forName("GBK"))).body()).contains("新增 1");
        assertThat(cities.text("select name || lat || ' ' || lon from unit where code = ?", root + "08"))
                .isEqualTo("东县29.5 118.25");
    }

    @Test
    void a_missing_parent_is_told_with_its_line_and_nothing_goes_in() {
        var before = countUnits();
        var answer = units(
                "code,name,level,parent\n" + root + "07,好县,COUNTY," + root + "\nX1,孤镇,TOWN,NOWHERE\nX2,没上级,COUNTY,\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("文件里有 2 处问题，什么都没有导入")
                .contains("找不到编码为 NOWHERE 的上级")
                .contains("“没上级”没有填上级。您管的最上级是 " + root);
        assertThat(countUnits()).isEqualTo(before);
    }

    @Test
    void a_circle_of_parents_is_told_in_each_of_its_lines() {
        var before = countUnits();
        var answer = units("code,name,level,parent\nA,甲,COUNTY,C\nB,乙,TOWN,A\nC,丙,VILLAGE,B\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("A → C → B → A")
                .contains("B → A → C → B")
                .contains("C → B → A → C");
        assertThat(units("code,name,level,parent\nS,自己,COUNTY,S\n").body()).contains("S → S");
        var round = new StringBuilder("code,name,level,parent\n");
        for (var unit = 0; unit < 200; unit++) {
            round.append("R%d,环,COUNTY,R%d%n".formatted(unit, (unit + 1) % 200));
        }
        assertThat(units(round.toString()).statusCode()).isEqualTo(422);
        assertThat(countUnits()).isEqualTo(before);
    }

    @Test
    void every_other_mistake_in_a_line_has_its_words() {
        var answer = units(
                "code,name,level,parent,lat,lon\n" //
                        + "B 1,甲,COUNTY," + root + ",,\n"
                        + "B2,,COUNTY," + root + ",,\n"
                        + "B3,丙,KINGDOM," + root + ",,\n"
                        + "B4,丁,COUNTY," + root + ",120,118\n"
                        + "B5,戊,COUNTY," + root + ",29,\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("编码只能用字母")
                .contains("没有填名称")
                .contains("看不懂的级别")
                .contains("绝对值不超过 90")
                .contains("要么都填，要么都不填");
        assertThat(units("code,name,level,parent\nD,甲,COUNTY," + root + "\nD,乙,COUNTY," + root + "\n")
                        .body())
                .contains("在第 2 行已经有了");
        assertThat(units("code,name,level,parent\nE,甲,COUNTY," + root + "\nF,乙,COUNTY,E\n")
                        .body())
                .contains("级别要低于它的上级 E");
        assertThat(units("code,name,parent\n").body()).contains("level").contains("级别");
        assertThat(units("").body()).contains("文件是空的");
        assertThat(units(new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff, (byte) 0xff})
                        .body())
                .contains("这不是文本文件");
        assertThat(units("code,name,level,parent\n\"A,甲,COUNTY,\n").body()).contains("引号没有成对");
    }

    @Test
    void a_unit_cannot_be_moved_by_a_file_and_foreign_codes_stay_hidden() {
        var town = city.towns().getFirst();
        var code = town.path().split("/")[2];
        var second = city.counties().get(1).path().split("/")[1];
        assertThat(units("code,name,level,parent\n" + code + ",镇,TOWN," + second + "\n")
                        .body())
                .contains("不能用文件改上级");
        var foreign = visitor.as(city.counties().getFirst().officer())
                .upload(
                        "/units/import/units",
                        "x.csv",
                        ("code,name,level,parent\n" + second + ",夺县,TOWN,"
                                        + city.counties().getFirst().path().split("/")[1] + "\n")
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.body()).contains("管辖范围以外").doesNotContain("第2县");
    }

    private static String feature(String id, String name, String geometry) {
        return """
                {"type":"Feature","properties":{"id":"%s","name":"%s"},"geometry":%s}""".formatted(id, name, geometry);
    }

    private static String collection(String... features) {
        return "\uFEFF{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static final String SQUARES = """
            {"type":"MultiPolygon","coordinates":[[[[118,29],[118.1,29],[118.1,29.1],[118,29]]],
            [[[118.2,29],[118.3,29],[118.3,29.1],[118.2,29]]]]}""";

    @Test
    void outlines_go_in_with_a_byte_order_mark_and_give_a_place_to_a_unit_without_one() {
        units("code,name,level,parent\n" + root + "06,无位县,COUNTY," + root + "\n");
        var json = collection(feature(root + "06", "无位县", SQUARES));
        assertThat(outlines(json).body()).contains("共 1 个边界：新增 1，更新 0，没有变化 0");
        assertThat(outlines(json).body()).contains("新增 0，更新 0，没有变化 1");
        assertThat(outlines(json.replace("29.1", "29.2")).body()).contains("新增 0，更新 1，没有变化 0");
        var unit = UUID.fromString(cities.text("select id from unit where code = ?", root + "06"));
        assertThat(cities.count("select count(*) from unit where id = ? and lat between 29 and 29.1", unit))
                .isEqualTo(1);
        assertThat(visitor.as(city.city().officer())
                        .get("/units/" + unit + "/outline")
                        .body())
                .contains("MultiPolygon");
    }

    @Test
    void a_broken_geojson_is_told_with_its_place_and_nothing_goes_in() {
        var county = city.counties().getFirst();
        var code = county.path().split("/")[1];
        assertThat(outlines("{\"type\":\"FeatureCollection\",\n\"features\":[{").body())
                .contains("第 2 行");
        assertThat(outlines("{\"type\":\"Topology\"}").body()).contains("这不是 GeoJSON 图形集");
        var answer = outlines(collection(
                feature(code, "第1县", SQUARES),
                feature("NONE", "别处", SQUARES),
                feature(
                        code,
                        "不闭合",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[118,29],[118.1,29],[118.1,29.1],[118,29.1]]]}"),
                feature(code, "太短", "{\"type\":\"Polygon\",\"coordinates\":[[[118,29],[118,29]]]}"),
                feature(code, "颠倒", "{\"type\":\"Polygon\",\"coordinates\":[[[29,118],[29,118],[29,118],[29,118]]]}"),
                feature(code, "点", "{\"type\":\"Point\",\"coordinates\":[118,29]}"),
                feature(code, "空", "{\"type\":\"Polygon\",\"coordinates\":[]}"),
                feature("", "", SQUARES)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("没有闭合")
                .contains("只有 2 个点")
                .contains("第 1 圈第 1 个点不是经纬度")
                .contains("这里是 Point")
                .contains("坐标是空的")
                .contains("没有写明是哪个单位");
        assertThat(outlines(collection(feature("NONE", "别处", SQUARES))).body()).contains("先导入这个单位");
        assertThat(cities.count("select count(*) from unit_boundary where path like ?", root + "/%"))
                .isZero();
    }

    @Test
    void a_file_that_is_too_large_is_told_its_limit() {
        var answer = units(new byte[22 * 1024 * 1024]);
        assertThat(answer.statusCode()).isIn(403, 413);
        assertThat(answer.body()).contains("最多 20 MB");
    }

    @Test
    void a_real_citys_files_go_in_as_they_are() throws IOException, SQLException {
        assumeTrue(Files.isDirectory(REAL), "the real files are not at hand");
        var officer = realCity();
        var visit = visitor.as(officer);
        var units = visit.upload(
                "/units/import/units", "units-3308.csv", Files.readAllBytes(REAL.resolve("units-3308.csv")));
        assertThat(units.body()).contains("导入完成，共 107 个单位：新增 106，更新 0，没有变化 1");
        var outlines = visit.upload(
                "/units/import/outlines",
                "boundaries-330800.geojson",
                Files.readAllBytes(REAL.resolve("boundaries-330800.geojson")));
        assertThat(outlines.body()).contains("导入完成，共 6 个边界：新增 6，更新 0，没有变化 0");
        assertThat(visit.get("/units").body()).contains("江山市").contains("开化县");
    }

    /// A city as the set-up makes it: the root alone, with an officer.
    private Actor realCity() throws SQLException {
        var id = Identifiers.next();
        var account = Identifiers.next();
        var grant = Identifiers.next();
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into unit (id, city_id, path, code, name, level) values ('%s', '%s', '3308/', '3308', '衢州市', 'CITY')"
                            .formatted(id, id));
            statement.execute("insert into city (id, path) values ('%s', '3308/')".formatted(id));
            statement.execute("""
                    insert into account (id, city_id, path, login, name, password_hash, created_at)
                    values ('%s', '%s', '3308/', 'real-officer', '沈佳宁', 'none', now())
                    """.formatted(account, id));
            statement.execute("""
                    insert into role_grant (id, account_id, role, unit_id, city_id, path, granted_at)
                    values ('%s', '%s', 'OFFICER', '%s', '%s', '3308/', now())
                    """.formatted(grant, account, id, id));
            connection.commit();
        }
        return new Actor(
                account, "沈佳宁", grant, Role.OFFICER, id, "衢州市", "CITY", id, "3308/", SmallCity.ZONE, null, List.of());
    }
}
