/** Who comes to us: customers, their identities, their orders. */
@NullMarked
@ApplicationModule(displayName = "customers", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown"})
package nl.hartslag.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
