package lectern;

import lectern.planner.CommandLine;
import lectern.platform.Launch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// The application's front door. The first word says what to do: `serve`, `demo`, `plan`, `evaluate`.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Lectern {
    public static void main(String[] words) {
        var command = words.length == 0 ? "serve" : words[0];
        switch (command) {
            case "plan", "evaluate" -> CommandLine.main(words);
            case "serve", "demo" -> serve(words);
            default -> {
                System.err.println("unknown command '" + command + "': known are serve, demo, plan, evaluate");
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
