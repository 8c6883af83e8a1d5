package nl.hartslag.demo.internal.load;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.UserId;

/** In whose name the demo company is set up: nobody's, and it stands so in the audit log. */
final class DemoAccess {
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private DemoAccess() {}

    static Access of(Cast cast) {
        return Access.everywhere(NOBODY, "Demo", "nl", EnumSet.allOf(Permission.class), new HashSet<>(cast.brands.values()), Set.of(),
                Optional.empty());
    }
}
