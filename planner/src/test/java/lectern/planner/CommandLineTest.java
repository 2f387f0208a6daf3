package lectern.planner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import lectern.planner.format.ProblemFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return CommandLine.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    @Test
    void aPlanThatItWritesIsJudgedValid() throws IOException {
        Path problem = directory.resolve("problem.json");
        Path plan = directory.resolve("plan.json");
        java.nio.file.Files.write(problem, ProblemFile.write(RandomProblems.tiny(1)));
        assertThat(run("plan", problem.toString(), "-o", plan.toString(), "--iterations", "50"))
                .isEqualTo(0);
        assertThat(run("evaluate", problem.toString(), plan.toString())).isEqualTo(0);
        String broken = java.nio.file.Files.readString(plan).replace("\"total\":", "\"total\":1");
        java.nio.file.Files.writeString(plan, broken);
        assertThat(run("evaluate", problem.toString(), plan.toString())).isEqualTo(1);
    }

    @Test
    void badInputLeavesOneLineAndNoPlan() throws IOException {
        Path problem = directory.resolve("problem.json");
        Path plan = directory.resolve("plan.json");
        java.nio.file.Files.writeString(problem, "{\"plan\": 1}");
        assertThat(run("plan", problem.toString(), "-o", plan.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("unknown key \"plan\"" + System.lineSeparator());
        assertThat(java.nio.file.Files.exists(plan)).isFalse();
        assertThat(run("plan", problem.toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }
}
