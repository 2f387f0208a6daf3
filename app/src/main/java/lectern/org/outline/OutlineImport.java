package lectern.org.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.platform.audit.Audit;
import lectern.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives units the outlines of a file, all in one transaction. A unit without a place gets one inside its outline.
@Component
class OutlineImport {
    private record Target(UUID id, String path, String code, String name) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;

    OutlineImport(JdbcClient jdbc, Audit audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    Imported run(byte[] content, String fileName, Actor actor) {
        var file = OutlineFile.read(content);
        return file.problems().isEmpty()
                ? transaction.execute(status -> putIn(file.outlines(), fileName, actor))
                : Imported.refused(file.problems());
    }

    private Imported putIn(List<Outline> outlines, String fileName, Actor actor) {
        var problems = new ArrayList<FileProblem>();
        var matched = match(outlines, problems);
        if (!problems.isEmpty()) {
            return Imported.refused(problems);
        }
        var written = write(matched);
        var fresh = (int) written.stream().filter(isFresh -> isFresh).count();
        var changed = written.size() - fresh;
        if (!written.isEmpty()) {
            audit.record(
                    "import-outlines",
                    "unit",
                    actor.unitId(),
                    Map.of("file", fileName, "new", fresh, "changed", changed));
        }
        return new Imported(fresh, changed, outlines.size() - written.size(), List.of());
    }

    private Map<Target, Outline> match(List<Outline> outlines, List<FileProblem> problems) {
        var units = jdbc.sql("select id, path, code, name from unit where retired_at is null")
                .query(Target.class)
                .list();
        var byCode = units.stream().collect(Collectors.toMap(Target::code, unit -> unit));
        var byName = units.stream().collect(Collectors.groupingBy(Target::name));
        var matched = new LinkedHashMap<Target, Outline>();
        for (var outline : outlines) {
            var named = byName.getOrDefault(outline.name(), List.of());
            var unit =
                    outline.code().isEmpty() ? named.size() == 1 ? named.getFirst() : null : byCode.get(outline.code());
            if (unit == null) {
                problems.add(FileProblem.at(
                        outline.number(),
                        outline.label(),
                        outline.code(),
                        named.size() > 1 && outline.code().isEmpty()
                                ? "unit.outline.ambiguous"
                                : "unit.outline.unknown"));
            } else if (matched.putIfAbsent(unit, outline) != null) {
                problems.add(FileProblem.at(
                        outline.number(), outline.label(), outline.code(), "unit.outline.twice", unit.name()));
            }
        }
        return matched;
    }

    /// One entry for each outline that is new (true) or another than before (false).
    private List<Boolean> write(Map<Target, Outline> matched) {
        var units = List.copyOf(matched.keySet());
        var outlines = List.copyOf(matched.values());
        var ids = units.stream().map(unit -> unit.id().toString()).toArray(String[]::new);
        jdbc.sql("""
                        update unit set lat = line.lat, lon = line.lon
                        from unnest(:ids::uuid[], :lats::float8[], :lons::float8[]) as line (id, lat, lon)
                        where unit.id = line.id and unit.lat is null
                        """)
                .param("ids", ids)
                .param(
                        "lats",
                        outlines.stream()
                                .map(each -> Double.toString(each.lat()))
                                .toArray(String[]::new))
                .param(
                        "lons",
                        outlines.stream()
                                .map(each -> Double.toString(each.lon()))
                                .toArray(String[]::new))
                .update();
        return jdbc.sql("""
                        insert into unit_boundary (unit_id, path, geometry)
                        select id, path, geometry::jsonb
                        from unnest(:ids::uuid[], :paths::text[], :geometries::text[]) as line (id, path, geometry)
                        on conflict (unit_id) do update set geometry = excluded.geometry
                            where unit_boundary.geometry is distinct from excluded.geometry
                        returning xmax = 0 as fresh
                        """)
                .param("ids", ids)
                .param("paths", units.stream().map(Target::path).toArray(String[]::new))
                .param("geometries", outlines.stream().map(Outline::geometry).toArray(String[]::new))
                .query(Boolean.class)
                .list();
    }
}
