package nl.hartslag.contacts.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;

/** What a brand chose to be done by itself is done in nobody's name. */
final class ByRule {
    static final UserId NOBODY = new UserId(new UUID(0, 0));

    private ByRule() {}

    static Access access(BrandId brand) {
        return Access.everywhere(NOBODY, "Hartslag", "nl", Set.of(Permission.CONTACTS_VIEW, Permission.CONTACTS_HANDLE), Set.of(brand), Set.of(), Optional.empty());
    }
}
