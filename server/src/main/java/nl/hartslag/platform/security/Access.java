package nl.hartslag.platform.security;

import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;

/**
 * Who acts, and how far that reaches. Brands are the brands of the person's roles (all of them for a role without brand);
 * someone of a partner company sees rows of that partner only.
 *
 * @param language of the person, {@code nl} or {@code en}
 */
public record Access(
        UserId user,
        String name,
        String language,
        Set<Permission> permissions,
        Set<BrandId> brands,
        Set<TeamId> teams,
        Optional<PartnerId> partner) {

    public Access {
        permissions = Set.copyOf(permissions);
        brands = Set.copyOf(brands);
        teams = Set.copyOf(teams);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public void require(Permission permission) {
        if (!may(permission)) throw Problem.of("access/denied", 403).with("permission", permission.key());
    }

    /** Whether a row of this brand and partner may be seen; a row without partner is our own. */
    public boolean sees(BrandId brand, Optional<PartnerId> rowPartner) {
        return brands.contains(brand) && (partner.isEmpty() || partner.equals(rowPartner));
    }
}
