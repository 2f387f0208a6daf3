package lectern;

import java.io.IOException;
import lectern.planner.CommandLine;
import lectern.platform.Launch;
import lectern.platform.audit.VerifyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// The application's front door. The first word says what to do: `serve`, `demo`, `plan`, `evaluate`, `verify`.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Lectern {
    public static void main(String[] words) throws IOException {
        var command = words.length == 0 ? "serve" : words[0];
        switch (command) {
            case "plan", "evaluate" -> CommandLine.main(words);
            case "verify" -> System.exit(VerifyCommand.run(words, System.getenv(), System.out));
            case "serve", "demo" -> serve(words);
            default -> {
                System.err.println("unknown command '" + command + "': known are serve, demo, plan, evaluate, verify");
                System.exit(2);
            }
        }
    }

    private static void serve(String[] words) {
        try {
            SpringApplication.run(Lectern.class, Launch.settings(words));
        } catch (IllegalArgumentException wrongWord) {
            System.err.println(wrongWord.getMessage());
            System.exit(2);
        }
    }
}
