package lectern.org.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
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
import lectern.platform.imports.ImportDesk;
import lectern.platform.security.Actor;
import lectern.platform.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Files as offices have them, and files with everything that can be wrong.
@AppTest
class OutlineImportTest {
    /// The file of a real city, as its statistics office publishes it; read where it is at hand.
    private static final Path REAL = Path.of("../../shared/data");

    private final SmallCity cities;
    private final Visitor visitor;
    private final OwnerConnections owner;
    private final SmallCity.Made city;
    private final String root;

    OutlineImportTest(@Autowired SmallCity cities, @Autowired Visitor visitor, @Autowired OwnerConnections owner) {
        this.cities = cities;
        this.visitor = visitor;
        this.owner = owner;
        city = cities.make();
        root = city.city().path().replace("/", "");
    }

    private HttpResponse<String> outlines(String json) {
        return visitor.as(city.city().officer())
                .upload("/units/import/outlines", "outlines.geojson", json.getBytes(StandardCharsets.UTF_8));
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
        new ImportDesk(city.city().officer(), visitor, cities)
                .bring("units", "code,name,level,parent\n" + root + "06,无位县,COUNTY," + root + "\n");
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
        var answer = visitor.as(city.city().officer())
                .upload("/units/import/outlines", "large.geojson", new byte[22 * 1024 * 1024]);
        assertThat(answer.statusCode()).isIn(403, 413);
        assertThat(answer.body()).contains("最多 20 MB");
    }

    @Test
    void a_real_citys_files_go_in_as_they_are() throws IOException, SQLException {
        assumeTrue(Files.isDirectory(REAL), "the real files are not at hand");
        var officer = realCity();
        var visit = visitor.as(officer);
        var units = new ImportDesk(officer, visitor, cities)
                .hand("units", "units-3308.csv", Files.readAllBytes(REAL.resolve("units-3308.csv")));
        assertThat(units.counts()).isEqualTo("106/0/1/0");
        units.apply();
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
