package lectern.platform;

import java.util.ArrayList;
import java.util.List;

/// Turns the command line's words into settings.
public final class Launch {
    private Launch() {}

    /// `demo --port 8080 --data data/demo` as Spring's arguments.
    ///
    /// @throws IllegalArgumentException for a word that is not known, naming it
    public static String[] settings(String[] words) {
        var settings = new ArrayList<String>();
        var demo = words.length > 0 && words[0].equals("demo");
        settings.add("--lectern.demo=" + demo);
        var data = demo ? "data/demo" : "data";
        var port = "8080";
        var rest =
                List.of(words).subList(Math.min(1, words.length), words.length).iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            switch (word) {
                case "--port" -> port = value(word, rest);
                case "--data" -> data = value(word, rest);
                default -> {
                    if (!word.startsWith("--lectern.") && !word.startsWith("--server.")) {
                        throw new IllegalArgumentException(
                                "unknown word '" + word + "': known are --port NUMBER and --data FOLDER");
                    }
                    settings.add(word);
                }
            }
        }
        settings.add("--server.port=" + port);
        settings.add("--lectern.data=" + data);
        return settings.toArray(String[]::new);
    }

    private static String value(String word, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return rest.next();
    }
}
