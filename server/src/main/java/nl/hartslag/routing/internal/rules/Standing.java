package nl.hartslag.routing.internal.rules;

/** How someone who is there stands with a contact that waits: why he is asked, or why not. */
public enum Standing {
    /** Could be asked now. */
    FREE,
    /** Was the last to refuse it; others who fit come first. */
    REFUSED,
    /** Refused it a moment ago and is left in peace. */
    PEACE,
    /** Is being asked for something else. */
    ASKED,
    /** Stays free for another queue. */
    RESERVED,
    /** Has as much in hand as he may have. */
    FULL,
    /** Its channel is closed where he works. */
    CLOSED,
    /** Is on a break or busy. */
    AWAY,
    /** May help when it has waited longer. */
    LATER,
    /** It is the turn of another company or site. */
    TURN,
    /** Misses a skill, or has it at a lower level. */
    SKILLS,
    /** Works for a company whose work this is not. */
    COMPANY
}
