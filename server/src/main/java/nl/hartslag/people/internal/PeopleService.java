package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.ROLE_PERMISSION;
import static nl.hartslag.people.internal.db.Tables.SKILL;
import static nl.hartslag.people.internal.db.Tables.TEAM;
import static nl.hartslag.people.internal.db.Tables.TEAM_MEMBER;
import static nl.hartslag.people.internal.db.Tables.USERS;
import static nl.hartslag.people.internal.db.Tables.USER_ROLE;
import static nl.hartslag.people.internal.db.Tables.USER_SKILL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.people.internal.db.tables.records.UsersRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PeopleService implements People {
    private final DSLContext db;
    private final AccessReader reader;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SiteZones zones;

    PeopleService(DSLContext db, AccessReader reader, PasswordEncoder passwords, Clock clock, SiteZones zones) {
        this.db = db;
        this.reader = reader;
        this.passwords = passwords;
        this.clock = clock;
        this.zones = zones;
    }

    @Override
    public Optional<User> user(UserId id) {
        return db.selectFrom(USERS).where(USERS.ID.eq(id.value())).fetchOptional().map(this::user);
    }

    @Override
    public Map<UserId, String> names(Collection<UserId> ids) {
        return db.select(USERS.ID, USERS.NAME).from(USERS).where(USERS.ID.in(ids.stream().map(UserId::value).toList())).stream()
                .collect(Collectors.toMap(row -> new UserId(row.value1()), row -> row.value2()));
    }

    @Override
    public Optional<Access> access(UserId id) {
        return reader.read(id.value());
    }

    @Override
    public List<User> colleagues(Access access, BrandId brand) {
        return colleagues(access, brand, DSL.trueCondition());
    }

    @Override
    public List<User> colleaguesWho(Access access, BrandId brand, Permission permission) {
        return colleagues(access, brand, USER_ROLE.ROLE.in(DSL.select(ROLE_PERMISSION.ROLE)
                .from(ROLE_PERMISSION)
                .where(ROLE_PERMISSION.PERMISSION.eq(permission.key()))));
    }

    private List<User> colleagues(Access access, BrandId brand, Condition role) {
        var samePartner = access.partner().isEmpty()
                ? DSL.trueCondition()
                : USERS.PARTNER_ID.eq(access.partner().get().value());
        return db.selectFrom(USERS)
                .where(USERS.STATE.eq("active"))
                .and(samePartner)
                .and(DSL.exists(DSL.selectOne()
                        .from(USER_ROLE)
                        .where(USER_ROLE.USER_ID.eq(USERS.ID))
                        .and(role)
                        .and(USER_ROLE.BRAND_ID.isNull().or(USER_ROLE.BRAND_ID.eq(brand.value())))))
                .orderBy(USERS.NAME)
                .limit(1_000)
                .fetch(this::user);
    }

    @Override
    public Optional<TeamId> teamOf(UserId id) {
        return db.select(TEAM.ID)
                .from(TEAM)
                .join(TEAM_MEMBER)
                .on(TEAM_MEMBER.TEAM_ID.eq(TEAM.ID))
                .where(TEAM_MEMBER.USER_ID.eq(id.value()))
                .orderBy(TEAM.NAME)
                .limit(1)
                .fetchOptional(row -> new TeamId(row.value1()));
    }

    @Override
    public Map<UserId, Set<TeamId>> teamsOf(Collection<UserId> ids) {
        return db.selectFrom(TEAM_MEMBER).where(TEAM_MEMBER.USER_ID.in(ids.stream().map(UserId::value).toList())).stream()
                .collect(Collectors.groupingBy(row -> new UserId(row.getUserId()),
                        Collectors.mapping(row -> new TeamId(row.getTeamId()), Collectors.toSet())));
    }

    @Override
    public List<Team> teams() {
        return db.selectFrom(TEAM).orderBy(TEAM.NAME).fetch(row -> new Team(
                new TeamId(row.getId()),
                row.getName(),
                Optional.ofNullable(row.getSiteId()).map(SiteId::new),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                row.getArchivedAt() != null));
    }

    @Override
    public Map<SkillId, Integer> skillsOf(UserId id) {
        return heldSkills(id).stream().filter(HeldSkill::counts).collect(Collectors.toMap(HeldSkill::id, HeldSkill::level));
    }

    @Override
    public List<HeldSkill> heldSkills(UserId id) {
        var rows = db.select(SKILL.ID, SKILL.NAME, USER_SKILL.LEVEL, USER_SKILL.VALID_UNTIL)
                .from(USER_SKILL).join(SKILL).on(SKILL.ID.eq(USER_SKILL.SKILL_ID))
                .where(USER_SKILL.USER_ID.eq(id.value())).orderBy(SKILL.NAME).fetch();
        boolean someExpire = rows.stream().anyMatch(row -> row.value4() != null);
        LocalDate today = someExpire ? LocalDate.ofInstant(clock.instant(), zones.of(user(id).flatMap(User::site))) : LocalDate.MIN;
        return rows.map(row -> new HeldSkill(
                new SkillId(row.value1()), row.value2(), row.value3(), row.value4(), row.value4() == null || !row.value4().isBefore(today)));
    }

    @Override
    public List<Skill> skills() {
        return db.selectFrom(SKILL).orderBy(SKILL.NAME).fetch(row -> new Skill(new SkillId(row.getId()), row.getName(), row.getArchivedAt() != null));
    }

    @Override
    @Transactional
    public UserId create(NewUser user) {
        if (!user.email().matches("[^@\\s]+@[^@\\s]+")) throw Problem.invalid("email", "email");
        if (user.name().isBlank()) throw Problem.invalid("name", "required");
        UUID id = UserId.next().value();
        int inserted = db.insertInto(USERS)
                .set(USERS.ID, id)
                .set(USERS.EMAIL, user.email().strip().toLowerCase(Locale.ROOT))
                .set(USERS.NAME, user.name().strip())
                .set(USERS.LOCALE, user.locale())
                .set(USERS.SITE_ID, user.site().map(SiteId::value).orElse(null))
                .set(USERS.PARTNER_ID, user.partner().map(PartnerId::value).orElse(null))
                .set(USERS.PASSWORD_HASH, user.password().map(passwords::encode).orElse(null))
                .set(USERS.MUST_CHANGE_PASSWORD, user.mustChangePassword())
                .set(USERS.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) throw Problem.of("people/email-taken", 409).field("email", "taken");
        user.roles().forEach(grant -> db.insertInto(USER_ROLE)
                .set(USER_ROLE.USER_ID, id)
                .set(USER_ROLE.ROLE, grant.role().key())
                .set(USER_ROLE.BRAND_ID, grant.brand().map(BrandId::value).orElse(null))
                .onConflictDoNothing()
                .execute());
        user.teams().forEach(team -> db.insertInto(TEAM_MEMBER)
                .set(TEAM_MEMBER.TEAM_ID, team.value())
                .set(TEAM_MEMBER.USER_ID, id)
                .set(TEAM_MEMBER.LEADS, user.roles().stream().anyMatch(grant -> grant.role() == Role.TEAM_LEADER))
                .execute());
        user.skills().forEach((skill, level) -> db.insertInto(USER_SKILL)
                .set(USER_SKILL.USER_ID, id)
                .set(USER_SKILL.SKILL_ID, skill.value())
                .set(USER_SKILL.LEVEL, level)
                .execute());
        return new UserId(id);
    }

    @Override
    @Transactional
    public TeamId createTeam(String name, Optional<SiteId> site, Optional<PartnerId> partner) {
        TeamId id = TeamId.next();
        int inserted = db.insertInto(TEAM)
                .set(TEAM.ID, id.value())
                .set(TEAM.NAME, name)
                .set(TEAM.SITE_ID, site.map(SiteId::value).orElse(null))
                .set(TEAM.PARTNER_ID, partner.map(PartnerId::value).orElse(null))
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) throw Problem.of("people/name-taken", 409).field("name", "taken");
        return id;
    }

    @Override
    @Transactional
    public SkillId createSkill(String name) {
        SkillId id = SkillId.next();
        int inserted =
                db.insertInto(SKILL).set(SKILL.ID, id.value()).set(SKILL.NAME, name).onConflictDoNothing().execute();
        if (inserted == 0) throw Problem.of("people/name-taken", 409).field("name", "taken");
        return id;
    }

    private User user(UsersRecord row) {
        List<RoleGrant> roles = db.selectFrom(USER_ROLE)
                .where(USER_ROLE.USER_ID.eq(row.getId()))
                .fetch(grant ->
                        new RoleGrant(Role.of(grant.getRole()), Optional.ofNullable(grant.getBrandId()).map(BrandId::new)));
        return new User(
                new UserId(row.getId()),
                row.getEmail(),
                row.getName(),
                row.getLocale(),
                Optional.ofNullable(row.getSiteId()).map(SiteId::new),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                row.getState().equals("active"),
                roles);
    }
}
