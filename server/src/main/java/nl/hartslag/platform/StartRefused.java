package nl.hartslag.platform;

/** The product does not start for a reason a person can mend. The message is shown as it stands: one line, what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
