package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.ROLE_PERMISSION;
import static nl.hartslag.people.internal.db.Tables.TEAM_MEMBER;
import static nl.hartslag.people.internal.db.Tables.USERS;
import static nl.hartslag.people.internal.db.Tables.USER_ROLE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.internal.db.tables.records.UsersRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a user may do and see, read from the tables. */
@Component
class AccessReader {
    private final DSLContext db;
    private final Organisation organisation;

    AccessReader(DSLContext db, Organisation organisation) {
        this.db = db;
        this.organisation = organisation;
    }

    Optional<Access> read(UUID user) {
        return db.selectFrom(USERS).where(USERS.ID.eq(user)).and(USERS.STATE.eq("active")).fetchOptional().map(this::access);
    }

    private Access access(UsersRecord row) {
        Map<Permission, Set<BrandId>> rights = new EnumMap<>(Permission.class);
        Set<Permission> everywhere = EnumSet.noneOf(Permission.class);
        Set<BrandId> all = organisation.brands().stream().map(Organisation.Brand::id).collect(Collectors.toSet());
        Set<BrandId> brands = new HashSet<>();
        db.selectDistinct(USER_ROLE.BRAND_ID, ROLE_PERMISSION.PERMISSION)
                .from(USER_ROLE)
                .leftJoin(ROLE_PERMISSION)
                .on(ROLE_PERMISSION.ROLE.eq(USER_ROLE.ROLE))
                .where(USER_ROLE.USER_ID.eq(row.getId()))
                .forEach(grant -> {
                    Set<BrandId> of = grant.value1() == null ? all : Set.of(new BrandId(grant.value1()));
                    brands.addAll(of);
                    if (grant.value2() == null) return;
                    Permission permission = Permission.of(grant.value2());
                    if (grant.value1() == null) everywhere.add(permission);
                    else if (permission.ofInstallation()) return;
                    rights.computeIfAbsent(permission, _ -> new HashSet<>()).addAll(of);
                });
        return new Access(
                new UserId(row.getId()),
                row.getName(),
                row.getLocale(),
                rights,
                everywhere,
                brands,
                teams(row.getId()),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new));
    }

    boolean mustChangePassword(Access access) {
        return db.fetchExists(USERS, USERS.ID.eq(access.user().value()), USERS.MUST_CHANGE_PASSWORD.isTrue());
    }

    private Set<TeamId> teams(UUID user) {
        return db.select(TEAM_MEMBER.TEAM_ID).from(TEAM_MEMBER).where(TEAM_MEMBER.USER_ID.eq(user)).fetch(TEAM_MEMBER.TEAM_ID)
                .stream()
                .map(TeamId::new)
                .collect(Collectors.toSet());
    }
}
