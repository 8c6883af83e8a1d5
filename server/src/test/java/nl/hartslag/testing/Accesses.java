package nl.hartslag.testing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;

/** People for tests, by what they may do. */
public final class Accesses {
    private Accesses() {}

    /** Someone who may do everything, for these brands. */
    public static Access administrator(BrandId... brands) {
        return of(EnumSet.allOf(Permission.class), brands);
    }

    public static Access with(Permission permission, BrandId... brands) {
        return of(EnumSet.of(permission), brands);
    }

    private static Access of(Set<Permission> permissions, BrandId... brands) {
        return Access.everywhere(
                UserId.next(), "Noor de Wit", "nl", permissions, Set.copyOf(Arrays.asList(brands)), Set.of(), Optional.empty());
    }
}
