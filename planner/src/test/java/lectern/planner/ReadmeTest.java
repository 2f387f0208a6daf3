package lectern.planner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    @TempDir
    private Path directory = Path.of("");

    /// The first block of Java in the README, run as it stands, says what the block after it claims.
    @Test
    void theExampleRunsAndSaysWhatItIsSaidToSay() throws IOException, InterruptedException {
        String readme = java.nio.file.Files.readString(Path.of("README.md"));
        String code = block(readme, "```java\n");
        String claimed = block(readme.substring(readme.indexOf(code) + code.length() + 3), "```\n");
        Path example = directory.resolve("Example.java");
        java.nio.file.Files.writeString(example, code);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        example.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.lines()).containsExactlyElementsOf(claimed.lines().toList());
    }

    private static String block(String text, String fence) {
        int start = text.indexOf(fence) + fence.length();
        return text.substring(start, text.indexOf("```", start));
    }
}
