/** Ids, money, statistics: plain Java that every module may use. */
@NullMarked
@ApplicationModule(displayName = "shared", allowedDependencies = {}, type = ApplicationModule.Type.OPEN)
package nl.hartslag.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
