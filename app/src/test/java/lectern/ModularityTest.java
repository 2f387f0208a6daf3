package lectern;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private static final ApplicationModules MODULES =
            ApplicationModules.of(Lectern.class, JavaClass.Predicates.resideInAPackage("lectern.planner.."));

    @Test
    void modules_depend_on_each_other_only_as_their_package_info_says() {
        MODULES.verify();
    }
}
