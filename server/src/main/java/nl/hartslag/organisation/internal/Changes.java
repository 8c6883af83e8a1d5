package nl.hartslag.organisation.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.time.ZoneId;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What every change has in common: the right to make it, the record of it, and that everyone notices. */
@Component
class Changes {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private final Audit audit;
    private final OrganisationMemory memory;

    Changes(Audit audit, OrganisationMemory memory) {
        this.audit = audit;
        this.memory = memory;
    }

    /** To change what all brands share. */
    static void allow(Access access) {
        access.requireEverywhere(Permission.ORGANISATION_CONFIGURE);
    }

    /** A brand one does not see does not exist. */
    static void allow(Access access, BrandId brand) {
        access.require(Permission.ORGANISATION_CONFIGURE);
        if (!access.brands().contains(brand)) throw Problem.notFound("brands");
    }

    static FieldErrors zone(FieldErrors errors, @Nullable String zone) {
        return errors.oneOf("zone", zone, ZONES);
    }

    /** Runs a statement that a unique key may refuse. */
    static void unlessTaken(String field, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw Problem.invalid(field, "taken");
        }
    }

    void made(Access access, String kind, String subjectType, Object id, @Nullable BrandId brand, Map<String, ?> detail) {
        audit.record(access, kind, subjectType, id.toString(), Optional.ofNullable(brand), detail);
        memory.changed(kind, id.toString(), Optional.ofNullable(brand), access);
    }
}
