package lectern;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// A test in the running application on the real database: one for the whole test run, on its own port.
/// Each test makes a city of its own with [SmallCity], so tests do not see each other's rows.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lectern.data=target/test-data/${random.uuid}", "lectern.demo=false"})
@Import({MovableClock.class, SmallCity.class, Things.class, Visitor.class, StatementCount.class})
public @interface AppTest {}
