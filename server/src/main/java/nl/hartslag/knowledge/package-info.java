/** What we know together: guidelines, the phases of a talk, and what people made of them. */
@NullMarked
@ApplicationModule(displayName = "knowledge", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown"})
package nl.hartslag.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
