package nl.hartslag.organisation;

/** What a brand does with times of single people: since when somebody is there, how long a contact took him. */
public enum TimesPerPerson {
    /** Recorded, and shown to whoever may see the people. */
    SHOWN,
    /** Recorded, and shown to nobody. */
    RECORDED,
    /** Known only as long as the work needs it, and shown to nobody. */
    NOT_RECORDED;

    public boolean shown() {
        return this == SHOWN;
    }

    public boolean recorded() {
        return this != NOT_RECORDED;
    }
}
