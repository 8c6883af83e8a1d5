package nl.hartslag.people;

import com.fasterxml.jackson.annotation.JsonValue;

/** What someone is. Which permissions a role has stands in one table, {@code people.role_permission}. */
public enum Role {
    AGENT("agent"),
    SENIOR("senior"),
    TEAM_LEADER("team-leader"),
    SUPERVISOR("supervisor"),
    EVALUATOR("evaluator"),
    PLANNER("planner"),
    EDITOR("editor"),
    BOT_BUILDER("bot-builder"),
    DEPARTMENT_MEMBER("department-member"),
    HELPING_HAND("helping-hand"),
    MANAGER("manager"),
    DIRECTOR("director"),
    PARTNER_MANAGER("partner-manager"),
    PRIVACY_OFFICER("privacy-officer"),
    ADMINISTRATOR("administrator");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Role of(String key) {
        for (Role role : values()) {
            if (role.key.equals(key)) return role;
        }
        throw new IllegalArgumentException("no role is called " + key);
    }
}
