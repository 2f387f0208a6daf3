package lectern;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

class ModularityTest {
    private static final Path ARCHITECTURE = Path.of("../docs/architecture.md");
    private static final ApplicationModules MODULES =
            ApplicationModules.of(Lectern.class, JavaClass.Predicates.resideInAPackage("lectern.planner.."));

    @Test
    void modules_depend_on_each_other_only_as_their_package_info_says() {
        MODULES.verify();
    }

    /// The graph stands between two marks of docs/architecture.md and is written afresh, so that it is never out of
    /// date.
    @Test
    void the_architecture_page_carries_the_graph_as_it_is() throws IOException {
        var page = Files.readString(ARCHITECTURE);
        var written = page.replaceFirst(
                "(?s)(<!-- module graph: written by ModularityTest -->\n).*?(<!-- end -->)",
                "$1```mermaid\n" + graph() + "```\n$2");
        Files.writeString(ARCHITECTURE, written);
    }

    private static String graph() {
        return MODULES.stream()
                .sorted((one, other) -> one.getIdentifier().compareTo(other.getIdentifier()))
                .flatMap(module -> module.getDirectDependencies(MODULES, DependencyType.DEFAULT)
                        .uniqueModules()
                        .map(ApplicationModule::getIdentifier)
                        .map(Object::toString)
                        .sorted()
                        .map(used -> "    " + module.getIdentifier() + " --> " + used + "\n"))
                .collect(Collectors.joining("", "graph LR\n", ""));
    }
}
