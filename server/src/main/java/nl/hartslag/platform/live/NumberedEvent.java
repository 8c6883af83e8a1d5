package nl.hartslag.platform.live;

import java.util.UUID;
import nl.hartslag.platform.internal.db.tables.records.LiveLogRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import org.jspecify.annotations.Nullable;

/** An event with its place in the log. @param json the payload as it is sent */
record NumberedEvent(
        long position,
        String kind,
        @Nullable UUID brand,
        @Nullable UUID partner,
        @Nullable Permission permission,
        @Nullable UUID user,
        String json) {

    static NumberedEvent of(LiveLogRecord row) {
        String permission = row.getPermission();
        return new NumberedEvent(
                row.getPosition(),
                row.getKind(),
                row.getBrandId(),
                row.getPartnerId(),
                permission == null ? null : Permission.of(permission),
                row.getUserId(),
                row.getPayload().data());
    }

    /** Whether this person may see it, decided at the moment of delivery. */
    boolean isFor(Access access) {
        if (user != null && !user.equals(access.user().value())) return false;
        if (!reaches(access)) return false;
        return access.partner().isEmpty()
                || brand == null && partner == null
                || partner != null && access.partner().get().equals(new PartnerId(partner));
    }

    private boolean reaches(Access access) {
        if (brand == null) return permission == null || access.may(permission);
        BrandId of = new BrandId(brand);
        return permission == null ? access.brands().contains(of) : access.may(permission, of);
    }
}
