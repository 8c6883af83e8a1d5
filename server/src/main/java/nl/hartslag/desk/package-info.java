/** What people work from: the list, the thread, the customer beside it; no rules of its own. */
@NullMarked
@ApplicationModule(displayName = "desk", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown", "people", "people :: shown", "customers", "customers :: shown", "knowledge", "contacts", "contacts :: shown", "channels", "channels :: shown", "routing", "routing :: shown", "feedback", "feedback :: shown"})
package nl.hartslag.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
