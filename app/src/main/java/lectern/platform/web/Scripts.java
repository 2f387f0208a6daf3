package lectern.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import lectern.platform.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Scripts import one another by their place, `./state.js`. So all of them share one version, which stands in front of
/// the path: a browser that keeps files for a year never puts together scripts of two releases.
final class Scripts {
    private static final String ALL = "classpath:/static/assets/**/*.js";

    private Scripts() {}

    /// Changes when any of them does.
    static String version() {
        try {
            var digest = Sha256.digest();
            var scripts = new PathMatchingResourcePatternResolver().getResources(ALL);
            for (var script : Arrays.stream(scripts)
                    .sorted(Comparator.comparing(Scripts::place))
                    .toList()) {
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String place(Resource script) {
        try {
            return script.getURL().getPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
