package nl.hartslag.platform.database;

/** Something about the database that a person must settle; the message is one sentence that says what to do. */
public final class DatabaseTrouble extends RuntimeException {

    public DatabaseTrouble(String message) {
        super(message);
    }

    public DatabaseTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
