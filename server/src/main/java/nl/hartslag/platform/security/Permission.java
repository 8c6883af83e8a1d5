package nl.hartslag.platform.security;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a role may do. Names are stable: they stand in the database, in API tokens and in the front end. */
public enum Permission {
    CONTACTS_VIEW("contacts.view"),
    CONTACTS_HANDLE("contacts.handle"),
    CONTACTS_ASSIGN("contacts.assign"),
    /** Helps along when all hands are called for, and is asked for work at no other time. */
    CONTACTS_HELP("contacts.help"),
    /** Answers what was asked of the departments that somebody answers for. */
    CONSULTS_ANSWER("consults.answer"),
    CUSTOMERS_VIEW("customers.view"),
    CUSTOMERS_CHANGE("customers.change"),
    /** Erases one customer at his request. */
    CUSTOMERS_ERASE("customers.erase"),
    /** Sets how long what is kept. */
    RETENTION_CONFIGURE("retention.configure"),
    ORDERS_IMPORT("orders.import"),
    LIVE_VIEW("live.view"),
    RESULTS_OWN("results.own"),
    LISTEN_VIEW("listen.view"),
    COMPLIMENTS_VIEW("compliments.view"),
    COMPLIMENTS_MODERATE("compliments.moderate"),
    FOLLOW_UPS_VIEW("follow-ups.view"),
    FOLLOW_UPS_HANDLE("follow-ups.handle"),
    FEEDBACK_CONFIGURE("feedback.configure"),
    /** Of the people in one's own teams. */
    PERSONAL_SCORES_VIEW("personal-scores.view"),
    /** Together with the former: of everybody. */
    PERSONAL_SCORES_ALL("personal-scores.all"),
    /** Of everybody; one's own are always seen. */
    GESTURES_VIEW("gestures.view"),
    GESTURES_APPROVE("gestures.approve"),
    GESTURES_CONFIGURE("gestures.configure"),
    /** Guidelines, the phases of a talk, and what deviations teach. */
    GUIDELINES_WRITE("guidelines.write"),
    INTAKE_VIEW("intake.view"),
    INTAKE_RAW("intake.raw"),
    INTAKE_REPLAY("intake.replay"),
    OUTBOX_VIEW("outbox.view"),
    CHANNELS_CONFIGURE("channels.configure"),
    ROUTING_CONFIGURE("routing.configure"),
    ORGANISATION_CONFIGURE("organisation.configure"),
    PEOPLE_VIEW("people.view"),
    PEOPLE_CONFIGURE("people.configure"),
    AUDIT_VIEW("audit.view"),
    SYSTEM_VIEW("system.view");

    private final String key;

    Permission(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** Holds for the whole installation or not at all; a role for one brand does not give it. */
    public boolean ofInstallation() {
        return this == SYSTEM_VIEW;
    }

    public static Permission of(String key) {
        for (Permission permission : values()) {
            if (permission.key.equals(key)) return permission;
        }
        throw new IllegalArgumentException("no permission is called " + key);
    }
}
