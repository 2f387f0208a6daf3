package lectern.platform.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Tabler's outline icons, inlined so that they take the text's colour and need no further request. Thread-safe.
@Component
public class Icons {
    private static final String FOLDER = "META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/";
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    /// @throws IllegalArgumentException when the set has no icon of that name
    public Content named(String name) {
        var drawing = known.computeIfAbsent(name, Icons::read);
        return output -> output.writeContent(drawing);
    }

    private static String read(String name) {
        var resource = new ClassPathResource(FOLDER + name + ".svg");
        if (!resource.exists()) {
            throw new IllegalArgumentException("Tabler has no outline icon '" + name + "'");
        }
        try {
            var svg = resource.getContentAsString(StandardCharsets.UTF_8);
            return svg.substring(svg.indexOf("<svg"))
                    .replaceFirst("class=\"[^\"]*\"", "class=\"icon\" aria-hidden=\"true\" focusable=\"false\"")
                    .replaceAll("\\s+", " ");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
