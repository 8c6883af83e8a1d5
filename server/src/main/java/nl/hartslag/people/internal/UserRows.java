package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.TEAM_MEMBER;
import static nl.hartslag.people.internal.db.Tables.USERS;
import static nl.hartslag.people.internal.db.Tables.USER_ROLE;
import static nl.hartslag.people.internal.db.Tables.USER_SKILL;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.people.PeopleAdministration.Grant;
import nl.hartslag.people.PeopleAdministration.UserRow;
import nl.hartslag.people.Role;
import nl.hartslag.people.internal.db.tables.records.UsersRecord;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People as rows of the administration, with their roles, teams and skills read for a page at once. */
@Component
class UserRows {
    private final DSLContext db;

    UserRows(DSLContext db) {
        this.db = db;
    }

    Page<UserRow> page(Access access, String text, @Nullable Boolean active, @Nullable String cursor, int limit) {
        int most = Math.clamp(limit, 1, 100);
        Condition condition = visible(access);
        if (active != null) condition = condition.and(USERS.STATE.eq(active ? "active" : "disabled"));
        String sought = text.strip().toLowerCase(Locale.ROOT);
        if (!sought.isEmpty()) {
            condition = condition.and(DSL.lower(USERS.NAME).contains(sought).or(DSL.lower(USERS.EMAIL).contains(sought)));
        }
        if (cursor != null && !cursor.isBlank()) {
            UsersRecord last = db.selectFrom(USERS).where(USERS.ID.eq(idOf(cursor))).fetchOptional()
                    .orElseThrow(() -> Problem.of("request/unreadable", 400));
            condition = condition.and(DSL.row(USERS.NAME, USERS.ID).gt(last.getName(), last.getId()));
        }
        List<UsersRecord> rows =
                db.selectFrom(USERS).where(condition).orderBy(USERS.NAME, USERS.ID).limit(most + 1).fetch();
        List<UsersRecord> shown = rows.size() > most ? rows.subList(0, most) : rows;
        return new Page<>(
                complete(shown), rows.size() > most ? shown.getLast().getId().toString() : null);
    }

    Optional<UserRow> one(Access access, UserId id) {
        return complete(db.selectFrom(USERS).where(USERS.ID.eq(id.value())).and(visible(access)).fetch()).stream().findFirst();
    }

    private static UUID idOf(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.of("request/unreadable", 400);
        }
    }

    /** Of the own company when that is a partner, and with a role for a brand one looks after. */
    private static Condition visible(Access access) {
        Condition company = access.partner().map(partner -> USERS.PARTNER_ID.eq(partner.value())).orElse(DSL.trueCondition());
        if (access.everywhere().contains(Permission.PEOPLE_VIEW)) return company;
        return company.and(DSL.exists(DSL.selectOne()
                .from(USER_ROLE)
                .where(USER_ROLE.USER_ID.eq(USERS.ID))
                .and(USER_ROLE.BRAND_ID.isNull()
                        .or(USER_ROLE.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList())))));
    }

    private List<UserRow> complete(Collection<UsersRecord> rows) {
        UUID[] ids = rows.stream().map(UsersRecord::getId).toArray(UUID[]::new);
        Map<UUID, List<Grant>> roles = db.selectFrom(USER_ROLE)
                .where(USER_ROLE.USER_ID.eq(DSL.any(ids)))
                .orderBy(USER_ROLE.ROLE)
                .fetchGroups(USER_ROLE.USER_ID, row -> new Grant(
                        Role.of(row.getRole()), row.getBrandId() == null ? null : new BrandId(row.getBrandId())));
        Map<UUID, List<TeamId>> teams = db.selectFrom(TEAM_MEMBER)
                .where(TEAM_MEMBER.USER_ID.eq(DSL.any(ids)))
                .fetchGroups(TEAM_MEMBER.USER_ID, row -> new TeamId(row.getTeamId()));
        Map<UUID, Map<SkillId, Integer>> skills = new HashMap<>();
        Map<UUID, Map<SkillId, LocalDate>> until = new HashMap<>();
        db.selectFrom(USER_SKILL)
                .where(USER_SKILL.USER_ID.eq(DSL.any(ids)))
                .forEach(row -> {
                    skills.computeIfAbsent(row.getUserId(), _ -> new HashMap<>()).put(new SkillId(row.getSkillId()), row.getLevel());
                    if (row.getValidUntil() != null) {
                        until.computeIfAbsent(row.getUserId(), _ -> new HashMap<>()).put(new SkillId(row.getSkillId()), row.getValidUntil());
                    }
                });
        return rows.stream()
                .map(row -> new UserRow(
                        new UserId(row.getId()),
                        row.getEmail(),
                        row.getName(),
                        row.getLocale(),
                        row.getSiteId() == null ? null : new SiteId(row.getSiteId()),
                        row.getPartnerId() == null ? null : new PartnerId(row.getPartnerId()),
                        row.getState().equals("active"),
                        roles.getOrDefault(row.getId(), List.of()),
                        teams.getOrDefault(row.getId(), List.of()),
                        skills.getOrDefault(row.getId(), Map.of()),
                        until.getOrDefault(row.getId(), Map.of())))
                .toList();
    }
}
