package lectern.platform.offline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A page that the phone of a keeper or speaker keeps as it was last seen, so that it opens without a signal.
/// Phones keep no page without this mark, and none of any other role.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeepOffline {}
