/** Who gets which contact: queues, skills needed, presence, capacity, offers. */
@NullMarked
@ApplicationModule(displayName = "routing", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown", "people", "people :: shown", "customers", "customers :: shown", "contacts", "contacts :: shown"})
package nl.hartslag.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
