package lectern.platform.imports.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.work.SheetImport.Counts;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `sheet_import_row`, in scope.
@Component
class ImportRows {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<SheetProblem>> PROBLEMS = new TypeReference<>() {};

    /// Rows that go into one statement.
    private static final int TOGETHER = 5_000;

    private static final int FETCHED = 500;
    private static final String SELECT = """
            select number, outcome, target, cells, before, after, problems, undo from sheet_import_row
            where import_id = :import
            """;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Puts these rows in the place of all that there are.
    void store(SheetImport imported, List<ImportRow> rows, Sealing sealing) {
        jdbc.sql("delete from sheet_import_row where import_id = :import")
                .param("import", imported.id())
                .update();
        for (var from = 0; from < rows.size(); from += TOGETHER) {
            var part = rows.subList(from, Math.min(from + TOGETHER, rows.size()));
            jdbc.sql("""
                            insert into sheet_import_row (import_id, number, path, outcome, target, cells, before, after,
                                                          problems)
                            select :import, number, :path, outcome, target, cells::jsonb, before::jsonb, after::jsonb,
                                   problems::jsonb
                            from unnest(:numbers::int[], :outcomes::text[], :targets::text[], :cells::text[],
                                        :befores::text[], :afters::text[], :problems::text[])
                                 as line (number, outcome, target, cells, before, after, problems)
                            """)
                    .param("import", imported.id())
                    .param("path", imported.path())
                    .param("numbers", column(part, row -> Integer.toString(row.number())))
                    .param("outcomes", column(part, row -> row.outcome().name()))
                    .param("targets", column(part, ImportRow::target))
                    .param("cells", column(part, row -> text(sealing.sealCells(row.cells()))))
                    .param("befores", column(part, row -> text(sealing.seal(row.before()))))
                    .param("afters", column(part, row -> text(sealing.seal(row.after()))))
                    .param("problems", column(part, row -> text(row.problems())))
                    .update();
        }
    }

    private @Nullable String text(Map<?, ?> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values);
    }

    private @Nullable String text(Collection<?> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values);
    }

    /// Says what became of rows when they went in.
    void settle(UUID importId, List<ImportRow> rows) {
        for (var from = 0; from < rows.size(); from += TOGETHER) {
            var part = rows.subList(from, Math.min(from + TOGETHER, rows.size()));
            jdbc.sql("""
                            update sheet_import_row row
                            set outcome = line.outcome, target = line.target, problems = line.problems::jsonb
                            from unnest(:numbers::int[], :outcomes::text[], :targets::text[], :problems::text[])
                                 as line (number, outcome, target, problems)
                            where row.import_id = :import and row.number = line.number
                            """)
                    .param("import", importId)
                    .param("numbers", column(part, row -> Integer.toString(row.number())))
                    .param("outcomes", column(part, row -> row.outcome().name()))
                    .param("targets", column(part, ImportRow::target))
                    .param("problems", column(part, row -> text(row.problems())))
                    .update();
        }
    }

    /// Says what an undo did with the rows of these targets.
    void undone(UUID importId, ImportRow.Undo undo, Map<String, List<SheetProblem>> targets) {
        jdbc.sql("""
                        update sheet_import_row row set undo = :undo, problems = line.problems::jsonb
                        from unnest(:targets::text[], :problems::text[]) as line (target, problems)
                        where row.import_id = :import and row.target = line.target
                          and row.outcome in ('NEW', 'CHANGED')
                        """)
                .param("undo", undo.name())
                .param("import", importId)
                .param("targets", targets.keySet().toArray(String[]::new))
                .param("problems", column(targets.values(), this::text))
                .update();
    }

    Counts count(UUID importId) {
        var counts = new HashMap<Outcome, Integer>();
        jdbc.sql("select outcome, count(*) as rows from sheet_import_row where import_id = :import group by outcome")
                .param("import", importId)
                .query(row -> {
                    counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("rows"));
                });
        return new Counts(
                counts.getOrDefault(Outcome.NEW, 0),
                counts.getOrDefault(Outcome.CHANGED, 0),
                counts.getOrDefault(Outcome.UNCHANGED, 0),
                counts.getOrDefault(Outcome.FAILED, 0));
    }

    /// One page of the rows with that outcome, in the order of the file.
    ///
    /// @param kept only those that an undo left
    @Transactional(readOnly = true)
    public Listing<ImportRow> list(SheetImport imported, Outcome outcome, boolean kept, int page, Sealing sealing) {
        var rows = jdbc.sql(SELECT + """
                        and (outcome = :outcome and not :kept or undo = 'KEPT' and :kept)
                        order by number limit :size offset :offset
                        """)
                .param("import", imported.id())
                .param("outcome", outcome.name())
                .param("kept", kept)
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> read(row, sealing))
                .list();
        var total = kept ? imported.kept() : imported.counts().of(outcome);
        return Listing.of(rows, total, Listing.page(page));
    }

    /// The rows that do something, in the order of the file.
    List<ImportRow> good(UUID importId, Sealing sealing) {
        return jdbc.sql(SELECT + " and outcome in ('NEW', 'CHANGED') order by number")
                .param("import", importId)
                .query((row, number) -> read(row, sealing))
                .list();
    }

    /// The rows that failed, one by one as they come out of the database.
    void failed(UUID importId, Sealing sealing, Consumer<ImportRow> reader) {
        try (var rows = jdbc
                .sql(SELECT + " and outcome = 'FAILED' order by number")
                .withFetchSize(FETCHED)
                .param("import", importId)
                .query((row, number) -> read(row, sealing))
                .stream()) {
            rows.forEach(reader);
        }
    }

    private ImportRow read(ResultSet row, Sealing sealing) throws SQLException {
        var undo = row.getString("undo");
        return new ImportRow(
                row.getInt("number"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("target"),
                sealing.openCells(parsed(row.getString("cells"), CELLS, List.of())),
                sealing.open(parsed(row.getString("before"), VALUES, Map.of())),
                sealing.open(parsed(row.getString("after"), VALUES, Map.of())),
                parsed(row.getString("problems"), PROBLEMS, List.of()),
                undo == null ? null : ImportRow.Undo.valueOf(undo));
    }

    private <T> T parsed(@Nullable String text, TypeReference<T> type, T otherwise) {
        return text == null ? otherwise : json.readValue(text, type);
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
