package lectern.planner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import lectern.planner.format.ProblemFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    @Test
    void filesThatCannotBeReadOrWrittenLeaveOneLine() throws IOException {
        String folder = directory.toString();
        String plan = directory.resolve("plan.json").toString();
        Path problem = directory.resolve("problem.json");
        java.nio.file.Files.write(problem, ProblemFile.write(RandomProblems.tiny(1)));
        assertThat(complaint("plan", folder, "-o", plan)).isEqualTo(folder + ": is a directory, not a file");
        assertThat(complaint("plan", folder + "/none", "-o", plan)).isEqualTo(folder + "/none: there is no such file");
        assertThat(complaint("plan", problem.toString(), "-o", folder)).isEqualTo(folder + ": is a directory");
        assertThat(complaint("plan", problem.toString(), "-o", folder + "/none/plan.json"))
                .isEqualTo(folder + "/none/plan.json: there is no directory " + folder + "/none");
        assertThat(complaint("evaluate", problem.toString(), folder))
                .isEqualTo(folder + ": is a directory, not a file");
        assertThat(complaint("plan", problem.toString(), "-o", plan, "--threads", "0"))
                .isEqualTo("--threads 0 is not between 1 and 1024");
        assertThat(complaint("plan", problem.toString(), "-o", plan, "--seconds", "NaN"))
                .isEqualTo("--seconds NaN is not between 0 and 1.0E8");
        assertThat(java.nio.file.Files.exists(Path.of(plan))).isFalse();
    }

    /// Nobody may write there, not even root; it is found before the search begins.
    @Test
    @EnabledOnOs(OS.LINUX)
    void anOutputThatCannotBeWrittenIsRefusedAtOnce() {
        assertThat(complaint("plan", "/proc/self/mem", "-o", "/proc/plan.json"))
                .startsWith("/proc/plan.json: cannot be written (");
        assertThat(complaint("plan", "/proc/self/mem", "-o", directory + "/plan.json"))
                .isEqualTo("/proc/self/mem: cannot be read (Input/output error)");
    }

    @Test
    void aWindowThatNoShiftHoldsIsWarnedOfAndPlannedAllTheSame() throws IOException {
        Path problem = directory.resolve("problem.json");
        Path plan = directory.resolve("plan.json");
        String talk = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 120], [241, 260], [700, 800]]}";
        String speaker = "{'id': 's1', 'home': 'h', 'shifts': [[0, 300], [700, 750]]}";
        java.nio.file.Files.write(problem, ProblemFile.write(Problems.problem(talk, speaker)));
        assertThat(run("plan", problem.toString(), "-o", plan.toString(), "--iterations", "5"))
                .isEqualTo(0);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "warning: talks[0].windows[1]: a talk of 60 minutes that starts from 241 to 260 lies in no shift",
                        "warning: talks[0].windows[2]: a talk of 60 minutes that starts from 700 to 800 lies in no shift");
        assertThat(run("evaluate", problem.toString(), plan.toString())).isEqualTo(0);
    }

    @Test
    void manyWarningsAreCutShort() throws IOException {
        Path problem = directory.resolve("problem.json");
        String windows = "[700, 800],".repeat(24) + "[700, 800]";
        String talk = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [" + windows + "]}";
        java.nio.file.Files.write(problem, ProblemFile.write(Problems.problem(talk, "")));
        assertThat(run("plan", problem.toString(), "-o", directory + "/plan.json", "--iterations", "1"))
                .isEqualTo(0);
        assertThat(err.toString(UTF_8).lines()).hasSize(21).last().isEqualTo("warning: and there are more of the kind");
    }

    private String complaint(String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(1);
        return err.toString(UTF_8).strip();
    }
}
