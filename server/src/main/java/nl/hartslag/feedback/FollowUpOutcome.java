package nl.hartslag.feedback;

import com.fasterxml.jackson.annotation.JsonValue;

/** What came of following up a dissatisfied customer. */
public enum FollowUpOutcome {
    PUT_RIGHT, EXPLAINED, NOT_REACHED, NO_CONTACT_WANTED, NOTHING_TO_DO;

    @JsonValue
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static FollowUpOutcome of(String key) {
        return valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }
}
