package nl.hartslag.platform.security;

import java.util.Optional;

/** Implemented by the module that knows the users. */
public interface Authenticator {
    Optional<Access> bySession(String token);

    /** An API token; its access is the owner's, cut down to the token's scopes. */
    Optional<Access> byApiToken(String token);
}
