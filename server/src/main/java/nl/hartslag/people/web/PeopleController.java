package nl.hartslag.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.hartslag.people.People;
import nl.hartslag.people.PeopleAdministration;
import nl.hartslag.people.PeopleAdministration.NewLogin;
import nl.hartslag.people.PeopleAdministration.SkillDraft;
import nl.hartslag.people.PeopleAdministration.TeamDraft;
import nl.hartslag.people.PeopleAdministration.UserDraft;
import nl.hartslag.people.PeopleAdministration.UserRow;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The administration of people, teams, skills and rights. */
@RestController
@Tag(name = "People")
class PeopleController {
    private final PeopleAdministration administration;
    private final People people;

    PeopleController(PeopleAdministration administration, People people) {
        this.administration = administration;
        this.people = people;
    }

    record MadeTeam(TeamId id) {}

    record MadeSkill(SkillId id) {}

    /** @param role the role's key; @param permissions the keys of what it may do */
    record RoleRights(Role role, Set<Permission> permissions) {}

    @Operation(summary = "Search people by name or address; a partner's people only for that partner")
    @Allowed(Permission.PEOPLE_VIEW)
    @GetMapping("/api/people/users")
    Page<UserRow> users(
            Access access,
            @Parameter(description = "A part of the name or address") @RequestParam(defaultValue = "") String text,
            @Parameter(description = "Only who works here, or only who was disabled") @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return administration.users(access, text, active, cursor, limit);
    }

    @Operation(summary = "One person with roles, teams and skills")
    @Allowed(Permission.PEOPLE_VIEW)
    @GetMapping("/api/people/users/{id}")
    UserRow user(Access access, @PathVariable UserId id) {
        return administration.user(access, id);
    }

    @Operation(summary = "Add a person; the password in the answer is for the first log-in and is shown once")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/people/users")
    NewLogin create(Access access, @RequestBody UserDraft draft) {
        return administration.create(access, draft);
    }

    @Operation(summary = "Change or disable a person; 409 people/last-administrator when nobody could change people any more")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/people/users/{id}")
    void change(Access access, @PathVariable UserId id, @RequestBody UserDraft draft) {
        administration.change(access, id, draft);
    }

    @Operation(summary = "Give a new password for the next log-in; ends the person's sessions")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @PostMapping("/api/people/users/{id}/password")
    NewLogin resetPassword(Access access, @PathVariable UserId id) {
        return administration.resetPassword(access, id);
    }

    @Operation(summary = "All teams, by name; for people of a partner company its own")
    @Allowed(Permission.PEOPLE_VIEW)
    @GetMapping("/api/people/teams")
    List<People.Team> teams(Access access) {
        return people.teams().stream()
                .filter(team -> access.partner().isEmpty() || access.partner().equals(team.partner()))
                .toList();
    }

    @Operation(summary = "Add a team")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/people/teams")
    MadeTeam createTeam(Access access, @RequestBody TeamDraft draft) {
        TeamId id = administration.createTeam(access, draft);
        if (draft.archived()) administration.changeTeam(access, id, draft);
        return new MadeTeam(id);
    }

    @Operation(summary = "Change a team")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/people/teams/{id}")
    void changeTeam(Access access, @PathVariable TeamId id, @RequestBody TeamDraft draft) {
        administration.changeTeam(access, id, draft);
    }

    @Operation(summary = "My own skills, by name, with the last day on which each counts")
    @AllowedSignedIn
    @GetMapping("/api/people/me/skills")
    List<People.HeldSkill> mySkills(Access access) {
        return people.heldSkills(access.user());
    }

    @Operation(summary = "All skills, by name")
    @Allowed({Permission.PEOPLE_VIEW, Permission.ROUTING_CONFIGURE})
    @GetMapping("/api/people/skills")
    List<People.Skill> skills() {
        return people.skills();
    }

    @Operation(summary = "Add a skill")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/people/skills")
    MadeSkill createSkill(Access access, @RequestBody SkillDraft draft) {
        SkillId id = administration.createSkill(access, draft.name());
        if (draft.archived()) administration.changeSkill(access, id, draft);
        return new MadeSkill(id);
    }

    @Operation(summary = "Rename or archive a skill")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/people/skills/{id}")
    void changeSkill(Access access, @PathVariable SkillId id, @RequestBody SkillDraft draft) {
        administration.changeSkill(access, id, draft);
    }

    @Operation(summary = "What each role may do")
    @Allowed(Permission.PEOPLE_VIEW)
    @GetMapping("/api/people/roles")
    List<RoleRights> rights(Access access) {
        return administration.rights(access).entrySet().stream()
                .map(entry -> new RoleRights(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Operation(summary = "Change what a role may do; holds within seconds for everyone who has it")
    @Allowed(Permission.PEOPLE_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/people/roles")
    void setRights(Access access, @RequestBody RoleRights rights) {
        administration.setRights(access, rights.role(), rights.permissions());
    }
}
