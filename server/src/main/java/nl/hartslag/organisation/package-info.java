/** Who we are: brands, departments, sites, partners, opening hours, reasons for contact. */
@NullMarked
@ApplicationModule(displayName = "organisation", allowedDependencies = {"shared", "platform"})
package nl.hartslag.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
