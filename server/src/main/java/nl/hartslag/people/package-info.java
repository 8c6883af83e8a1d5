/** Who works here: users, teams, roles and rights, skills, sessions and API tokens. */
@NullMarked
@ApplicationModule(displayName = "people", allowedDependencies = {"shared", "platform", "organisation", "organisation :: shown"})
package nl.hartslag.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
