package nl.hartslag.platform.security;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;

/**
 * Who acts, and how far that reaches: a permission holds for the brands of the roles that give it. A controller gets an
 * access that reaches no further than the brands for which the route is allowed. Someone of a partner company sees rows of
 * that partner only.
 *
 * @param language   of the person, {@code nl} or {@code en}
 * @param rights     the brands for which each permission holds
 * @param everywhere what holds for all brands, also those still to come
 * @param brands     how far this access reaches
 */
public record Access(
        UserId user,
        String name,
        String language,
        Map<Permission, Set<BrandId>> rights,
        Set<Permission> everywhere,
        Set<BrandId> brands,
        Set<TeamId> teams,
        Optional<PartnerId> partner) {

    public Access {
        rights = rights.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, right -> Set.copyOf(right.getValue())));
        everywhere = Set.copyOf(everywhere);
        brands = Set.copyOf(brands);
        teams = Set.copyOf(teams);
    }

    /** Someone who may do the same for each brand there is. */
    public static Access everywhere(
            UserId user,
            String name,
            String language,
            Set<Permission> permissions,
            Set<BrandId> brands,
            Set<TeamId> teams,
            Optional<PartnerId> partner) {
        Map<Permission, Set<BrandId>> rights = new HashMap<>();
        permissions.forEach(permission -> rights.put(permission, brands));
        return new Access(user, name, language, rights, permissions, brands, teams, partner);
    }

    /** What the person may do for one brand at least. */
    public Set<Permission> permissions() {
        Set<Permission> permissions = new HashSet<>(everywhere);
        rights.forEach((permission, of) -> {
            if (of.stream().anyMatch(brands::contains)) permissions.add(permission);
        });
        return permissions;
    }

    /** The same person, reaching no further than the brands for which one of these holds. */
    public Access within(Permission... permissions) {
        Set<BrandId> reached = Arrays.stream(permissions)
                .flatMap(permission -> rights.getOrDefault(permission, Set.of()).stream())
                .filter(brands::contains)
                .collect(Collectors.toSet());
        return new Access(user, name, language, rights, everywhere, reached, teams, partner);
    }

    /** The same person with no more than these permissions. */
    public Access only(Set<Permission> permissions) {
        Map<Permission, Set<BrandId>> kept = new HashMap<>(rights);
        kept.keySet().retainAll(permissions);
        Set<Permission> keptEverywhere = new HashSet<>(everywhere);
        keptEverywhere.retainAll(permissions);
        return new Access(user, name, language, kept, keptEverywhere, brands, teams, partner);
    }

    /** For one brand at least. */
    public boolean may(Permission permission) {
        return everywhere.contains(permission) || rights.getOrDefault(permission, Set.of()).stream().anyMatch(brands::contains);
    }

    public boolean may(Permission permission, BrandId brand) {
        return brands.contains(brand) && rights.getOrDefault(permission, Set.of()).contains(brand);
    }

    public void require(Permission permission) {
        if (!may(permission)) throw denied(permission);
    }

    public void require(Permission permission, BrandId brand) {
        if (!may(permission, brand)) throw denied(permission);
    }

    /** For what belongs to the whole installation: our own people only, with the permission for all brands. */
    public boolean mayEverywhere(Permission permission) {
        return everywhere.contains(permission) && partner.isEmpty();
    }

    public void requireEverywhere(Permission permission) {
        if (!mayEverywhere(permission)) throw Problem.of("access/all-brands", 403).with("permission", permission.key());
    }

    private static Problem denied(Permission permission) {
        return Problem.of("access/denied", 403).with("permission", permission.key());
    }

    /** Whether he may learn the name of someone of this company: people of a partner learn none of others. */
    public boolean learnsNamesOf(Optional<PartnerId> company) {
        return partner.isEmpty() || partner.equals(company);
    }

    /** Whether a row of this brand and partner may be seen; a row without partner is our own. */
    public boolean sees(BrandId brand, Optional<PartnerId> rowPartner) {
        return brands.contains(brand) && (partner.isEmpty() || partner.equals(rowPartner));
    }
}
