/** The work: cases, conversations, messages, contacts, promises, gestures, wrap-up, and the outbox of what leaves. */
@NullMarked
@ApplicationModule(displayName = "contacts", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown", "people", "people :: shown", "customers", "customers :: shown"})
package nl.hartslag.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
