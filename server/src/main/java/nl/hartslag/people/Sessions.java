package nl.hartslag.people;

import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
public interface Sessions {
    /**
     * Checks the password and opens a session. Refused with {@code people/wrong-login}, or with {@code people/throttled}
     * (429) after too many failures for this address or from this source.
     *
     * @param source where the request came from, for throttling
     */
    OpenedSession logIn(String email, String password, String source, @Nullable String userAgent);

    void logOut(String token);

    /** The person's open sessions, newest first. */
    List<SessionView> open(Access access, String currentToken);

    /** Ends all sessions of this person but the current one. */
    void endOthers(Access access, String currentToken);

    /** Refused with {@code people/wrong-password} or {@code request/invalid} (password too weak). */
    void changePassword(Access access, String currentToken, String oldPassword, String newPassword);

    record OpenedSession(String token, Instant expiresAt, Access access) {}

    record SessionView(Instant createdAt, Instant lastSeenAt, @Nullable String userAgent, boolean current) {}
}
