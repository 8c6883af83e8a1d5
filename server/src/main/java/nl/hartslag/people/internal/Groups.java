package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.SKILL;
import static nl.hartslag.people.internal.db.Tables.TEAM;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.Partner;
import nl.hartslag.organisation.OrganisationSettings.Site;
import nl.hartslag.people.People;
import nl.hartslag.people.People.Skill;
import nl.hartslag.people.People.Team;
import nl.hartslag.people.PeopleAdministration.SkillDraft;
import nl.hartslag.people.PeopleAdministration.TeamDraft;
import nl.hartslag.people.PeopleAdministration.UserDraft;
import nl.hartslag.people.PeopleAdministration.UserRow;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.TeamId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are grouped by: teams, skills, sites and companies. What is archived is kept by who has it, and given to nobody. */
@Component
class Groups {
    private static final int LONGEST = 80;
    private final DSLContext db;
    private final People people;
    private final OrganisationSettings organisation;
    private final Audit audit;
    private final LiveStream live;
    private final Clock clock;

    Groups(DSLContext db, People people, OrganisationSettings organisation, Audit audit, LiveStream live, Clock clock) {
        this.db = db;
        this.people = people;
        this.organisation = organisation;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    TeamId createTeam(Access access, TeamDraft draft) {
        access.requireEverywhere(Permission.PEOPLE_CONFIGURE);
        FieldErrors errors = new FieldErrors().text("name", draft.name(), LONGEST);
        place(errors, draft.site(), null, draft.partner(), null);
        errors.verify();
        TeamId id = people.createTeam(draft.name().strip(), Optional.ofNullable(draft.site()), Optional.ofNullable(draft.partner()));
        record(access, "team.created", "team", id, Map.of("new", team(id)));
        return id;
    }

    void changeTeam(Access access, TeamId id, TeamDraft draft) {
        access.requireEverywhere(Permission.PEOPLE_CONFIGURE);
        Team before = team(id);
        FieldErrors errors = new FieldErrors()
                .text("name", draft.name(), LONGEST)
                .check(!db.fetchExists(TEAM, TEAM.NAME.eq(draft.name().strip()).and(TEAM.ID.ne(id.value()))), "name", "taken");
        place(errors, draft.site(), before.site().orElse(null), draft.partner(), before.partner().orElse(null));
        errors.verify();
        SiteId site = draft.site();
        PartnerId partner = draft.partner();
        db.update(TEAM)
                .set(TEAM.NAME, draft.name().strip())
                .set(TEAM.SITE_ID, site == null ? null : site.value())
                .set(TEAM.PARTNER_ID, partner == null ? null : partner.value())
                .set(TEAM.ARCHIVED_AT, Archived.at(draft.archived(), TEAM.ARCHIVED_AT, clock.instant()))
                .where(TEAM.ID.eq(id.value()))
                .execute();
        record(access, "team.changed", "team", id, Map.of("old", before, "new", team(id)));
    }

    SkillId createSkill(Access access, String name) {
        access.requireEverywhere(Permission.PEOPLE_CONFIGURE);
        new FieldErrors().text("name", name, LONGEST).verify();
        SkillId id = people.createSkill(name.strip());
        record(access, "skill.created", "skill", id, Map.of("new", skill(id)));
        return id;
    }

    void changeSkill(Access access, SkillId id, SkillDraft draft) {
        access.requireEverywhere(Permission.PEOPLE_CONFIGURE);
        Skill before = skill(id);
        new FieldErrors()
                .text("name", draft.name(), LONGEST)
                .check(!db.fetchExists(SKILL, SKILL.NAME.eq(draft.name().strip()).and(SKILL.ID.ne(id.value()))), "name", "taken")
                .verify();
        db.update(SKILL)
                .set(SKILL.NAME, draft.name().strip())
                .set(SKILL.ARCHIVED_AT, Archived.at(draft.archived(), SKILL.ARCHIVED_AT, clock.instant()))
                .where(SKILL.ID.eq(id.value()))
                .execute();
        record(access, "skill.changed", "skill", id, Map.of("old", before, "new", skill(id)));
    }

    /** @param before as he was; null for someone new */
    void verify(FieldErrors errors, UserDraft draft, @Nullable UserRow before) {
        errors.chosen("teams", draft.teams(), before == null ? Set.of() : before.teams(),
                        people.teams().stream().collect(Collectors.toMap(Team::id, Team::archived)))
                .chosen("skills", draft.skills().keySet(), before == null ? Set.of() : before.skills().keySet(),
                        people.skills().stream().collect(Collectors.toMap(Skill::id, Skill::archived)));
        place(errors, draft.site(), before == null ? null : before.site(), draft.partner(), before == null ? null : before.partner());
    }

    private void place(
            FieldErrors errors, @Nullable SiteId site, @Nullable SiteId siteBefore,
            @Nullable PartnerId partner, @Nullable PartnerId partnerBefore) {
        errors.chosen("site", only(site), only(siteBefore),
                        organisation.sites().stream().collect(Collectors.toMap(Site::id, Site::archived)))
                .chosen("partner", only(partner), only(partnerBefore),
                        organisation.partners().stream().collect(Collectors.toMap(Partner::id, Partner::archived)));
    }

    private static <I> Set<I> only(@Nullable I one) {
        return one == null ? Set.of() : Set.of(one);
    }

    private Team team(TeamId id) {
        return people.teams().stream().filter(team -> team.id().equals(id)).findFirst().orElseThrow(() -> Problem.notFound("teams"));
    }

    private Skill skill(SkillId id) {
        return people.skills().stream().filter(skill -> skill.id().equals(id)).findFirst().orElseThrow(() -> Problem.notFound("skills"));
    }

    private void record(Access access, String kind, String subjectType, Object id, Map<String, ?> detail) {
        audit.record(access, kind, subjectType, id.toString(), Optional.empty(), detail);
        live.publish(new LiveEvent(
                "people.groups.changed", Optional.empty(), Optional.empty(), Optional.of(Permission.PEOPLE_VIEW), Optional.empty(), Map.of()));
    }
}
