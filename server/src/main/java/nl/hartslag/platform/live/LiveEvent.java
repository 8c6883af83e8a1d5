package nl.hartslag.platform.live;

import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;

/**
 * Something that screens should show at once. It is delivered to whoever sees the brand and partner, has the permission
 * and, when a user is named, is that user. Payloads carry ids and what a row shows, no more.
 *
 * @param kind dotted and past tense, such as {@code contact.assigned}
 */
public record LiveEvent(
        String kind,
        Optional<BrandId> brand,
        Optional<PartnerId> partner,
        Optional<Permission> permission,
        Optional<UserId> user,
        Map<String, ?> payload) {

    public static LiveEvent ofBrand(
            String kind, BrandId brand, Optional<PartnerId> partner, Permission permission, Map<String, ?> payload) {
        return new LiveEvent(kind, Optional.of(brand), partner, Optional.of(permission), Optional.empty(), payload);
    }

    public static LiveEvent ofUser(String kind, UserId user, Map<String, ?> payload) {
        return new LiveEvent(
                kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(user), payload);
    }
}
