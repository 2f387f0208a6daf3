package lectern.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The roles that may use a route. Every route carries exactly one of [Allow], [OpenToAll], [WithToken]; one that
/// carries none is refused and fails the build's tests.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    Role[] value();
}
