package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.ROLE_PERMISSION;
import static nl.hartslag.people.internal.db.Tables.SESSION;
import static nl.hartslag.people.internal.db.Tables.TEAM_MEMBER;
import static nl.hartslag.people.internal.db.Tables.USERS;
import static nl.hartslag.people.internal.db.Tables.USER_ROLE;
import static nl.hartslag.people.internal.db.Tables.USER_SKILL;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.hartslag.people.People;
import nl.hartslag.people.PeopleAdministration;
import nl.hartslag.people.Role;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PeopleAdministrationService implements PeopleAdministration {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private final DSLContext db;
    private final People people;
    private final UserRows rows;
    private final Authentication authentication;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Groups groups;
    private final LiveStream live;

    PeopleAdministrationService(
            DSLContext db,
            People people,
            UserRows rows,
            Authentication authentication,
            PasswordEncoder passwords,
            Audit audit,
            Groups groups,
            LiveStream live) {
        this.db = db;
        this.people = people;
        this.rows = rows;
        this.authentication = authentication;
        this.passwords = passwords;
        this.audit = audit;
        this.groups = groups;
        this.live = live;
    }

    @Override
    public Page<UserRow> users(
            Access access, String text, @Nullable Boolean active, @Nullable String cursor, int limit) {
        access.require(Permission.PEOPLE_VIEW);
        return rows.page(access, text, active, cursor, limit);
    }

    @Override
    public UserRow user(Access access, UserId id) {
        access.require(Permission.PEOPLE_VIEW);
        return rows.one(access, id).orElseThrow(() -> Problem.notFound("people"));
    }

    @Override
    public NewLogin create(Access access, UserDraft draft) {
        access.require(Permission.PEOPLE_CONFIGURE);
        verify(access, draft, null);
        String password = Tokens.random().substring(0, 16);
        UserId id = people.create(new People.NewUser(
                draft.email(),
                draft.name(),
                draft.locale(),
                Optional.ofNullable(draft.site()),
                Optional.ofNullable(draft.partner()),
                Optional.of(password),
                true,
                draft.roles().stream()
                        .map(grant -> new People.RoleGrant(grant.role(), Optional.ofNullable(grant.brand())))
                        .toList(),
                draft.teams(),
                draft.skills()));
        draft.skillsUntil().forEach((skill, until) -> db.update(USER_SKILL).set(USER_SKILL.VALID_UNTIL, until)
                .where(USER_SKILL.USER_ID.eq(id.value())).and(USER_SKILL.SKILL_ID.eq(skill.value())).execute());
        record(access, "user.created", "user", id, Map.of("roles", draft.roles()));
        return new NewLogin(id, password);
    }

    @Override
    public void change(Access access, UserId id, UserDraft draft) {
        access.require(Permission.PEOPLE_CONFIGURE);
        UserRow before = within(access, id);
        verify(access, draft, before);
        String email = draft.email().strip().toLowerCase(Locale.ROOT);
        if (db.fetchExists(USERS, DSL.lower(USERS.EMAIL).eq(email).and(USERS.ID.ne(id.value())))) {
            throw Problem.of("people/email-taken", 409).field("email", "taken");
        }
        SiteId site = draft.site();
        PartnerId partner = draft.partner();
        db.update(USERS)
                .set(USERS.EMAIL, email)
                .set(USERS.NAME, draft.name().strip())
                .set(USERS.LOCALE, draft.locale())
                .set(USERS.SITE_ID, site == null ? null : site.value())
                .set(USERS.PARTNER_ID, partner == null ? null : partner.value())
                .set(USERS.STATE, draft.active() ? "active" : "disabled")
                .where(USERS.ID.eq(id.value()))
                .execute();
        replaceMembership(id.value(), draft);
        if (!draft.active()) db.deleteFrom(SESSION).where(SESSION.USER_ID.eq(id.value())).execute();
        keepAnAdministrator();
        tell(id);
        record(access, "user.changed", "user", id, Map.of("old", facts(before), "new", facts(user(access, id))));
    }

    /** Without personal data; whom it is about is the subject. */
    private static Map<String, ?> facts(UserRow user) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "active", user.active(), "roles", user.roles(), "teams", user.teams(), "skills", user.skills(), "skillsUntil", user.skillsUntil()));
        facts.put("site", user.site());
        facts.put("partner", user.partner());
        return facts;
    }

    private void replaceMembership(UUID id, UserDraft draft) {
        db.deleteFrom(USER_ROLE).where(USER_ROLE.USER_ID.eq(id)).execute();
        for (Grant grant : new HashSet<>(draft.roles())) {
            db.insertInto(USER_ROLE)
                    .set(USER_ROLE.USER_ID, id)
                    .set(USER_ROLE.ROLE, grant.role().key())
                    .set(USER_ROLE.BRAND_ID, grant.brand() == null ? null : grant.brand().value())
                    .execute();
        }
        boolean leads = draft.roles().stream().anyMatch(grant -> grant.role() == Role.TEAM_LEADER);
        db.deleteFrom(TEAM_MEMBER).where(TEAM_MEMBER.USER_ID.eq(id)).execute();
        for (TeamId team : new HashSet<>(draft.teams())) {
            db.insertInto(TEAM_MEMBER)
                    .set(TEAM_MEMBER.TEAM_ID, team.value())
                    .set(TEAM_MEMBER.USER_ID, id)
                    .set(TEAM_MEMBER.LEADS, leads)
                    .execute();
        }
        db.deleteFrom(USER_SKILL).where(USER_SKILL.USER_ID.eq(id)).execute();
        draft.skills().forEach((skill, level) -> db.insertInto(USER_SKILL)
                .set(USER_SKILL.USER_ID, id)
                .set(USER_SKILL.SKILL_ID, skill.value())
                .set(USER_SKILL.LEVEL, level)
                .set(USER_SKILL.VALID_UNTIL, draft.skillsUntil().get(skill))
                .execute());
    }

    @Override
    public NewLogin resetPassword(Access access, UserId id) {
        access.require(Permission.PEOPLE_CONFIGURE);
        within(access, id);
        String password = Tokens.random().substring(0, 16);
        db.update(USERS)
                .set(USERS.PASSWORD_HASH, passwords.encode(password))
                .set(USERS.MUST_CHANGE_PASSWORD, true)
                .where(USERS.ID.eq(id.value()))
                .execute();
        db.deleteFrom(SESSION).where(SESSION.USER_ID.eq(id.value())).execute();
        tell(id);
        record(access, "user.password-reset", "user", id, Map.of());
        return new NewLogin(id, password);
    }

    @Override
    public TeamId createTeam(Access access, TeamDraft draft) {
        return groups.createTeam(access, draft);
    }

    @Override
    public void changeTeam(Access access, TeamId id, TeamDraft draft) {
        groups.changeTeam(access, id, draft);
    }

    @Override
    public SkillId createSkill(Access access, String name) {
        return groups.createSkill(access, name);
    }

    @Override
    public void changeSkill(Access access, SkillId id, SkillDraft draft) {
        groups.changeSkill(access, id, draft);
    }

    @Override
    public Map<Role, Set<Permission>> rights(Access access) {
        access.require(Permission.PEOPLE_VIEW);
        Map<Role, Set<Permission>> rights = new EnumMap<>(Role.class);
        for (Role role : Role.values()) rights.put(role, EnumSet.noneOf(Permission.class));
        db.selectFrom(ROLE_PERMISSION)
                .forEach(row -> rights.get(Role.of(row.getRole())).add(Permission.of(row.getPermission())));
        return rights;
    }

    @Override
    public void setRights(Access access, Role role, Set<Permission> permissions) {
        access.requireEverywhere(Permission.PEOPLE_CONFIGURE);
        Set<Permission> before = rights(access).get(role);
        db.deleteFrom(ROLE_PERMISSION).where(ROLE_PERMISSION.ROLE.eq(role.key())).execute();
        for (Permission permission : permissions) {
            db.insertInto(ROLE_PERMISSION)
                    .set(ROLE_PERMISSION.ROLE, role.key())
                    .set(ROLE_PERMISSION.PERMISSION, permission.key())
                    .execute();
        }
        keepAnAdministrator();
        record(access, "rights.changed", "role", role.key(), Map.of("old", keys(before), "new", keys(permissions)));
    }

    private static List<String> keys(Set<Permission> permissions) {
        return permissions.stream().map(Permission::key).sorted().collect(Collectors.toList());
    }

    /** Two who remove each other at once wait here, so that the second sees what the first did. */
    private void keepAnAdministrator() {
        db.fetch("select pg_advisory_xact_lock(hashtext('people.keep-an-administrator'))");
        boolean oneLeft = db.fetchExists(DSL.selectOne()
                .from(USERS)
                .join(USER_ROLE)
                .on(USER_ROLE.USER_ID.eq(USERS.ID))
                .join(ROLE_PERMISSION)
                .on(ROLE_PERMISSION.ROLE.eq(USER_ROLE.ROLE))
                .where(USERS.STATE.eq("active"))
                .and(USER_ROLE.BRAND_ID.isNull())
                .and(ROLE_PERMISSION.PERMISSION.eq(Permission.PEOPLE_CONFIGURE.key())));
        if (!oneLeft) throw Problem.of("people/last-administrator", 409);
    }

    /** Nobody takes over someone who may do more than he may hand out himself. */
    private UserRow within(Access access, UserId id) {
        UserRow row = user(access, id);
        if (!row.roles().stream().allMatch(grant -> mayGrant(access, grant))) throw Problem.of("people/beyond-reach", 403);
        return row;
    }

    private static boolean mayGrant(Access access, Grant grant) {
        BrandId brand = grant.brand();
        return brand == null
                ? access.everywhere().contains(Permission.PEOPLE_CONFIGURE)
                : access.may(Permission.PEOPLE_CONFIGURE, brand);
    }

    /** @param before as he was, who may keep what is archived; null for someone new */
    private void verify(Access access, UserDraft draft, @Nullable UserRow before) {
        FieldErrors errors = new FieldErrors()
                .text("name", draft.name(), 120)
                .text("email", draft.email(), 320)
                .check(draft.email() != null && EMAIL.matcher(draft.email().strip()).matches(), "email", "email")
                .oneOf("locale", draft.locale(), Set.of("nl", "en"))
                .check(!draft.roles().isEmpty(), "roles", "required")
                .check(draft.roles().stream().allMatch(grant -> mayGrant(access, grant)), "roles", "beyond-reach")
                .check(access.partner().isEmpty() || access.partner().get().equals(draft.partner()), "partner", "own-partner")
                .check(draft.skills().values().stream().allMatch(level -> level >= 1 && level <= 5), "skills", "level")
                .check(draft.skills().keySet().containsAll(draft.skillsUntil().keySet()), "skills", "unknown");
        groups.verify(errors, draft, before);
        errors.verify();
    }

    /** His open screens ask anew who he is and what he may. */
    private void tell(UserId id) {
        live.publish(LiveEvent.ofUser("session.changed", id, Map.of()));
    }

    private void record(Access access, String kind, String subjectType, Object id, Map<String, ?> detail) {
        audit.record(access, kind, subjectType, id.toString(), Optional.empty(), detail);
        authentication.forget();
    }
}
