/** What we know together: guidelines, the phases of a talk, what people made of them, and text blocks. */
@NullMarked
@ApplicationModule(displayName = "knowledge", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown"})
package nl.hartslag.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
