/** The demo company; off unless asked for. */
@NullMarked
@ApplicationModule(displayName = "demo", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown", "people", "people :: shown", "customers", "customers :: shown", "knowledge", "contacts", "contacts :: shown", "channels", "channels :: shown", "routing", "routing :: shown", "feedback", "feedback :: shown", "desk"})
package nl.hartslag.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
