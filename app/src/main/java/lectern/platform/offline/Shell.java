package lectern.platform.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lectern.platform.Sha256;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// The files without which no page of a keeper or speaker shows: phones fetch them beforehand. Every address has its
/// file's version in it, so files of two releases never mix.
@Component
class Shell {
    private static final List<String> WEBJARS = List.of(
            "/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
            "/webjars/tabler__core/1.4.0/dist/js/tabler.min.js",
            "/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    private static final List<String> OURS = List.of(
            "icon.svg",
            "lectern.css",
            "lectern.js",
            "picker.js",
            "theme.js",
            "offline/offline.css",
            "programme/headcount.js",
            "people/people.css");

    private final ResourceUrlProvider assets;

    Shell(ResourceUrlProvider assets) {
        this.assets = assets;
    }

    /// Addresses of everything, with the page that says that there is no signal.
    List<String> addresses() {
        return Stream.of(
                        Stream.of("/offline"),
                        WEBJARS.stream(),
                        OURS.stream().map(this::address),
                        modules().map(this::address))
                .flatMap(each -> each)
                .toList();
    }

    String worker() {
        return address("offline/worker.js");
    }

    private String address(String file) {
        return Objects.requireNonNull(assets.getForLookupPath("/assets/" + file), file);
    }

    /// Pages load one script of these, which imports the others.
    private static Stream<String> modules() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:/static/assets/offline/*.js"))
                    .map(file -> "offline/" + file.getFilename())
                    .sorted();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Changes when any of the files does.
    String version(String page) {
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", addresses()) + page), 0, 6);
    }
}
