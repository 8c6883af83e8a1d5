/** Asking and listening: sampling, invitations, survey, answers, follow-ups, compliments. */
@NullMarked
@ApplicationModule(displayName = "feedback", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown", "people", "people :: shown", "customers", "customers :: shown", "contacts", "contacts :: shown"})
package nl.hartslag.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
