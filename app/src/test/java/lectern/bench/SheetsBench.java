package lectern.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import lectern.platform.Settings;
import lectern.platform.database.OwnerAccess;
import lectern.platform.spreadsheet.Spreadsheet;
import org.jspecify.annotations.Nullable;

/// How long it takes to bring in as many new speakers as a city has, to bring the same file in again, and to take out a
/// year of talks; each beside PostgreSQL's own COPY of the same rows in the same run.
///
/// `--jar FILE --data FOLDER`: the folder (data/bench) gets a demo city of its own. Every speaker that a run brings in
/// is taken back by an undo before the next run.
public final class SheetsBench {
    private static final int WARM_UPS = 2;
    private static final int RUNS = 3;
    private static final Set<String> SETTLED = Set.of("CHECKED", "REFUSED", "APPLIED", "UNDONE");

    private final Reader officer;
    private final CopyBench copy;
    private final Path folder;
    private final List<Double> fresh = new ArrayList<>();
    private final List<Double> same = new ArrayList<>();
    private final List<Double> out = new ArrayList<>();
    private final List<Double> copyIn = new ArrayList<>();
    private final List<Double> copyOut = new ArrayList<>();
    private int speakers;
    private long talks;

    private SheetsBench(Reader officer, CopyBench copy, Path folder) {
        this.officer = officer;
        this.copy = copy;
        this.folder = folder;
    }

    public static void main(String[] words) throws Exception {
        var given = new HashMap<String, String>();
        for (var index = 0; index + 1 < words.length; index += 2) {
            given.put(words[index], words[index + 1]);
        }
        var jar = Path.of(given.getOrDefault("--jar", "app/target/run/lectern.jar"));
        var data = Path.of(given.getOrDefault("--data", "data/bench")).toAbsolutePath();
        if (!Files.exists(jar)) {
            System.err.println("--jar names no file: " + jar);
            System.exit(2);
        }
        Files.createDirectories(data.getParent());
        var external = new Settings.External(null, "lectern_owner", "", "lectern_app", null);
        try (var server = new Child(jar, data);
                var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var owner = OwnerAccess.open(new Settings(data, true, external, null));
                var connection = owner.open()) {
            var officer = new Reader(http, server.address());
            officer.enter("demo-city-officer");
            new SheetsBench(officer, new CopyBench(connection), Files.createTempDirectory("lectern-sheets"))
                    .run(new ServerHeap(server));
        }
    }

    private void run(ServerHeap heap) throws Exception {
        for (var round = 0; round < WARM_UPS + RUNS; round++) {
            if (round == WARM_UPS) {
                List.of(fresh, same, out, copyIn, copyOut).forEach(List::clear);
            }
            bringIn();
            takeOut();
        }
        System.out.printf("%n%-44s %9s %10s %10s %9s%n", "median of " + RUNS, "seconds", "rows/s", "COPY/s", "of COPY");
        line("import of %,d new speakers, upload to applied".formatted(speakers), speakers, fresh, copyIn);
        line("the same file again, nothing to change", speakers, same, copyIn);
        line("export of %,d talks to xlsx".formatted(talks), talks, out, copyOut);
        System.out.printf(
                "%nheap in use at the peak of that export       %5d MiB more than before%n",
                heap.peakOf(this::takeOut));
    }

    private void bringIn() throws Exception {
        var exported = folder.resolve("exported.xlsx");
        officer.download("/speakers/export?format=xlsx", exported);
        var book = folder.resolve("speakers.xlsx");
        speakers = SpeakerBook.write(exported, book);
        var began = System.nanoTime();
        var imported = hand(book, "NEW");
        order(imported, "apply");
        fresh.add(seconds(began));
        began = System.nanoTime();
        hand(book, "UNCHANGED");
        same.add(seconds(began));
        copyIn.add(copy.speakers(imported).seconds());
        order(imported, "undo");
    }

    /// Hands the file in and waits for the dry run.
    ///
    /// @param outcome that all of its rows must have: what is measured should be what was meant
    private String hand(Path book, String outcome) throws Exception {
        var answer = officer.upload("/imports?kind=speakers", book);
        var place = answer.headers().firstValue("Location").orElseThrow();
        var imported = place.substring(place.lastIndexOf('/') + 1);
        await(imported);
        var rows = copy.text(
                "select count(*) from sheet_import_row where import_id = ?::uuid and outcome = '" + outcome + "'",
                imported);
        if (!rows.equals(Integer.toString(speakers))) {
            throw new IllegalStateException(
                    "only %s of %d rows are %s: see /imports/%s".formatted(rows, speakers, outcome, imported));
        }
        return imported;
    }

    private void order(String imported, String what) throws Exception {
        officer.post("/imports/" + imported + "/" + what);
        await(imported);
    }

    private void await(String imported) throws SQLException, InterruptedException {
        while (!SETTLED.contains(copy.text("select state from sheet_import where id = ?::uuid", imported))) {
            Thread.sleep(10);
        }
    }

    private @Nullable Void takeOut() throws IOException, InterruptedException, SQLException {
        var file = folder.resolve("talks.xlsx");
        var began = System.nanoTime();
        officer.download("/talks/export?format=xlsx", file);
        out.add(seconds(began));
        var copied = copy.talks();
        copyOut.add(copied.seconds());
        talks = copied.rows();
        try (var sheet = Spreadsheet.open(file)) {
            var rows = sheet.rows().count() - 1;
            if (rows != talks) {
                throw new IllegalStateException("the file has %d talks of %d".formatted(rows, talks));
            }
        }
        return null;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void line(String what, long rows, List<Double> ours, List<Double> copies) {
        var mine = rows / median(ours);
        var theirs = rows / median(copies);
        System.out.printf(
                "%-44s %9.2f %,10.0f %,10.0f %8.1f%%%n", what, median(ours), mine, theirs, 100 * mine / theirs);
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }
}
