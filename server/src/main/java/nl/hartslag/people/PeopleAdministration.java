package nl.hartslag.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Looking after people: who they are and what they may do. Reading needs {@code people.view} and is limited to one's own
 * partner and brands; every change needs {@code people.configure} and is audited. Roles can be handed out for the brands one
 * may change people of, and for all brands only by who may do so for all; someone with more than that is not changed either
 * ({@code people/beyond-reach}). Teams, skills and what a role may do need the right for all brands. One active person who may change people always
 * remains: {@code people/last-administrator} refuses the change that would remove the last.
 */
public interface PeopleAdministration {
    /** By any part of the name or address, by name. @param active null for everyone */
    Page<UserRow> users(Access access, String text, @Nullable Boolean active, @Nullable String cursor, int limit);

    /** @throws nl.hartslag.platform.problem.Problem {@code people/not-found} */
    UserRow user(Access access, UserId id);

    /** A new person, with a password for the first log-in that is shown once and must be changed then. */
    NewLogin create(Access access, UserDraft draft);

    void change(Access access, UserId id, UserDraft draft);

    /** A new password for the next log-in; ends all sessions. */
    NewLogin resetPassword(Access access, UserId id);

    void changeTeam(Access access, TeamId id, TeamDraft draft);

    TeamId createTeam(Access access, TeamDraft draft);

    SkillId createSkill(Access access, String name);

    void changeSkill(Access access, SkillId id, SkillDraft draft);

    /** What each role may do. */
    Map<Role, Set<Permission>> rights(Access access);

    void setRights(Access access, Role role, Set<Permission> permissions);

    record Grant(Role role, @Nullable BrandId brand) {}

    record UserRow(
            UserId id,
            String email,
            String name,
            String locale,
            @Nullable SiteId site,
            @Nullable PartnerId partner,
            boolean active,
            List<Grant> roles,
            List<TeamId> teams,
            Map<SkillId, Integer> skills,
            Map<SkillId, LocalDate> skillsUntil) {}

    /** @param skills level 1 to 5 by skill @param skillsUntil the last day on which a skill counts; absent for always */
    record UserDraft(
            String email,
            String name,
            String locale,
            @Nullable SiteId site,
            @Nullable PartnerId partner,
            boolean active,
            List<Grant> roles,
            List<TeamId> teams,
            Map<SkillId, Integer> skills,
            @Nullable Map<SkillId, LocalDate> skillsUntil) {
        /** Skills that stay. */
        public UserDraft(
                String email,
                String name,
                String locale,
                @Nullable SiteId site,
                @Nullable PartnerId partner,
                boolean active,
                List<Grant> roles,
                List<TeamId> teams,
                Map<SkillId, Integer> skills) {
            this(email, name, locale, site, partner, active, roles, teams, skills, Map.of());
        }

        public UserDraft {
            roles = List.copyOf(roles);
            teams = List.copyOf(teams);
            skills = Map.copyOf(skills);
            skillsUntil = skillsUntil == null ? Map.of() : Map.copyOf(skillsUntil);
        }
    }

    /** @param archived not offered any more; who is in it stays so, and figures keep its name */
    record TeamDraft(String name, @Nullable SiteId site, @Nullable PartnerId partner, boolean archived) {}

    /** @param archived not offered any more; who has it and what asks for it stays so */
    record SkillDraft(String name, boolean archived) {}

    /** @param password shown once, not kept */
    record NewLogin(UserId id, String password) {}
}
