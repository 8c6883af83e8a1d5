package nl.hartslag.platform.security;

import java.util.Optional;

/** Implemented by the module that knows the users. */
public interface Authenticator {
    Optional<Session> bySession(String token);

    /**
     * Who is signed in.
     *
     * @param mustChangePassword the password was given for once: nothing is open but changing it
     */
    record Session(Access access, boolean mustChangePassword) {}


    /** An API token; its access is the owner's, cut down to the token's scopes. */
    Optional<Access> byApiToken(String token);
}
