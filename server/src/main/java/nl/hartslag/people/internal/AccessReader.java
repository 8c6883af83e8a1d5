package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.ROLE_PERMISSION;
import static nl.hartslag.people.internal.db.Tables.TEAM_MEMBER;
import static nl.hartslag.people.internal.db.Tables.USERS;
import static nl.hartslag.people.internal.db.Tables.USER_ROLE;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.organisation.Organisation;
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
        var found = db.selectFrom(USERS).where(USERS.ID.eq(user)).and(USERS.STATE.eq("active")).fetchOptional();
        return found.map(row -> new Access(
                new UserId(row.getId()),
                row.getName(),
                row.getLocale(),
                permissions(user),
                brands(user),
                teams(user),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new)));
    }

    boolean mustChangePassword(Access access) {
        return db.fetchExists(USERS, USERS.ID.eq(access.user().value()), USERS.MUST_CHANGE_PASSWORD.isTrue());
    }

    private Set<Permission> permissions(UUID user) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        db.selectDistinct(ROLE_PERMISSION.PERMISSION)
                .from(USER_ROLE)
                .join(ROLE_PERMISSION)
                .on(ROLE_PERMISSION.ROLE.eq(USER_ROLE.ROLE))
                .where(USER_ROLE.USER_ID.eq(user))
                .forEach(row -> permissions.add(Permission.of(row.value1())));
        return permissions;
    }

    private Set<BrandId> brands(UUID user) {
        Set<BrandId> brands = new HashSet<>();
        for (UUID brand : db.selectDistinct(USER_ROLE.BRAND_ID).from(USER_ROLE).where(USER_ROLE.USER_ID.eq(user)).fetch(USER_ROLE.BRAND_ID)) {
            if (brand == null) organisation.brands().forEach(each -> brands.add(each.id()));
            else brands.add(new BrandId(brand));
        }
        return brands;
    }

    private Set<TeamId> teams(UUID user) {
        return db.select(TEAM_MEMBER.TEAM_ID).from(TEAM_MEMBER).where(TEAM_MEMBER.USER_ID.eq(user)).fetch(TEAM_MEMBER.TEAM_ID)
                .stream()
                .map(TeamId::new)
                .collect(Collectors.toSet());
    }
}
