/** How messages come in and go out: one adapter per channel, and the ledger that proves nothing was lost. */
@NullMarked
@ApplicationModule(displayName = "channels", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown", "people", "people :: shown", "customers", "customers :: shown", "contacts", "contacts :: shown"})
package nl.hartslag.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
