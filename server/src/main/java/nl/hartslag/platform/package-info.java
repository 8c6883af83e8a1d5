/** Technical matters: database, security, problems, live stream, timers, blobs, audit. No business rule lives here. */
@NullMarked
@ApplicationModule(displayName = "platform", allowedDependencies = "shared", type = ApplicationModule.Type.OPEN)
package nl.hartslag.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
