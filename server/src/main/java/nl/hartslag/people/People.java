package nl.hartslag.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** The door of people. */
public interface People {
    Optional<User> user(UserId id);

    /** Names by id; unknown ids are left out. */
    Map<UserId, String> names(Collection<UserId> ids);

    /** What this user may do and see now; empty when unknown or disabled. */
    Optional<Access> access(UserId id);

    /** Everyone active who may see the brand, of the same partner only for someone of a partner. */
    List<User> colleagues(Access access, BrandId brand);

    /** Those of them who may do this for the brand, for choosing whom to give work to. */
    List<User> colleaguesWho(Access access, BrandId brand, Permission permission);

    /** The user's first team by name; results are kept per team. */
    Optional<TeamId> teamOf(UserId id);

    /** The teams of these people; without an entry for who is in none. */
    Map<UserId, Set<TeamId>> teamsOf(Collection<UserId> ids);

    List<Team> teams();

    /** Skill levels (1 to 5) of a user that count today. */
    Map<SkillId, Integer> skillsOf(UserId id);

    /** The skills of a user by name, those that expired too. */
    List<HeldSkill> heldSkills(UserId id);

    List<Skill> skills();

    /** Creates a user; fails with {@code people/email-taken}. Used by administration, imports and the demo. */
    UserId create(NewUser user);

    TeamId createTeam(String name, Optional<SiteId> site, Optional<PartnerId> partner);

    SkillId createSkill(String name);

    record User(
            UserId id,
            String email,
            String name,
            String locale,
            Optional<SiteId> site,
            Optional<PartnerId> partner,
            boolean active,
            List<RoleGrant> roles) {}

    /** A role for one brand, or for all brands. */
    record RoleGrant(Role role, Optional<BrandId> brand) {}

    /** @param archived not offered any more; whoever is in it stays so */
    record Team(TeamId id, String name, Optional<SiteId> site, Optional<PartnerId> partner, boolean archived) {}

    /** @param archived not offered any more; whoever has it keeps it */
    record Skill(SkillId id, String name, boolean archived) {}

    /** @param until the last day on which it counts, where he works; absent for always @param counts today */
    record HeldSkill(SkillId id, String name, int level, @Nullable LocalDate until, boolean counts) {}

    /** @param password in clear, stored as an Argon2id hash; without one the user cannot log in until it is reset */
    record NewUser(
            String email,
            String name,
            String locale,
            Optional<SiteId> site,
            Optional<PartnerId> partner,
            Optional<String> password,
            boolean mustChangePassword,
            List<RoleGrant> roles,
            List<TeamId> teams,
            Map<SkillId, Integer> skills) {}
}
