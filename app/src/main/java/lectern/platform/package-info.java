/// The frame that every module stands in: database and scope, web shell, security, jobs, audit, files. No domain words.
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package lectern.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
