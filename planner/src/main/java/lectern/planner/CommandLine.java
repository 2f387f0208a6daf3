package lectern.planner;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import lectern.planner.model.InvalidProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// `lectern plan` and `lectern evaluate`. Exit codes: 0 done and valid, 1 a broken plan, 2 bad input.
@Command(
        name = "lectern",
        description = "Plans talks, and judges plans.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLine implements Callable<Integer> {

    static final int VALID = 0;
    static final int BROKEN = 1;
    static final int BAD_INPUT = 2;

    private static final String OUT_OF_MEMORY =
            "the problem does not fit the memory of %d MiB; more is given by LECTERN_HEAP=4g ./lectern …"
                    .formatted(Runtime.getRuntime().maxMemory() >> 20);

    private CommandLine() {}

    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        picocli.CommandLine commandLine = new picocli.CommandLine(new CommandLine())
                .addSubcommand("plan", new PlanCommand(err))
                .addSubcommand("evaluate", new EvaluateCommand(out))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((e, rejected) -> complain(err, e.getMessage()))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof InvalidProblemException) {
                        return complain(err, e.getMessage());
                    }
                    throw e;
                });
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            // Whatever filled the memory is gone by now.
            return complain(err, OUT_OF_MEMORY);
        }
    }

    private static int complain(PrintStream err, @Nullable String message) {
        err.println(message == null ? "bad input" : message.lines().findFirst().orElse("bad input"));
        return BAD_INPUT;
    }

    @Override
    public Integer call() {
        throw new ParameterException(new picocli.CommandLine(this), "say plan or evaluate; --help tells more");
    }
}
