package nl.hartslag.platform.database;

import nl.hartslag.platform.StartRefused;

/** Something about the database that a person must settle; the message is one sentence that says what to do. */
public final class DatabaseTrouble extends StartRefused {

    public DatabaseTrouble(String message) {
        super(message);
    }

    public DatabaseTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
