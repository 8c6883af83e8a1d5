package nl.hartslag.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Tokens for machines: shown once, kept as a hash, never more than their owner may do. */
public interface ApiTokens {
    /** @return the token itself, which is not kept */
    CreatedToken create(UserId owner, String name, Set<Permission> scopes, @Nullable Instant expiresAt);

    List<TokenView> list(Access access);

    void revoke(Access access, UUID id);

    record CreatedToken(UUID id, String token) {}

    /** @param hint the first characters, to recognise it by */
    record TokenView(
            UUID id,
            UserId owner,
            String ownerName,
            String name,
            String hint,
            Set<Permission> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}
}
