/** What can be understood of the words of customers, as a suggestion to whoever helps them. */
@NullMarked
@ApplicationModule(displayName = "assistant", allowedDependencies = {"shared", "platform", "organisation", "contacts", "contacts :: shown"})
package nl.hartslag.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
