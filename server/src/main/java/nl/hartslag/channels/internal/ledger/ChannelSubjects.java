package nl.hartslag.channels.internal.ledger;

import static nl.hartslag.channels.internal.db.Tables.BLOCKED_SENDER;
import static nl.hartslag.channels.internal.db.Tables.CAPTURED_MAIL;
import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Whose mail it was, for the audit log: who wrote it or to whom it went, for whoever may see customers, and never of an
 * anonymous brand. What is an adapter's own it names itself.
 */
@Component
class ChannelSubjects implements SubjectNames {
    private static final Field<String> SENDER = DSL.field("{0} ->> 'from'", String.class, ENVELOPE.PROOF);
    private static final Field<String> RECIPIENTS = DSL.field("array_to_string({0}, ', ')", String.class, CAPTURED_MAIL.RECIPIENTS);
    private final DSLContext db;
    private final Organisation organisation;

    ChannelSubjects(DSLContext db, Organisation organisation) {
        this.db = db;
        this.organisation = organisation;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "envelope", (reader, ids) -> names(ENVELOPE.ID, SENDER, ENVELOPE.ID.in(ids).and(within(shown(reader)))),
                "sent-mail", (reader, ids) -> names(CAPTURED_MAIL.ID, RECIPIENTS, CAPTURED_MAIL.ID.in(ids).and(CAPTURED_MAIL.BRAND_ID.in(shown(reader)))),
                "blocked-sender", (reader, ids) -> names(BLOCKED_SENDER.ID, BLOCKED_SENDER.SENDER,
                        BLOCKED_SENDER.ID.in(ids).and(BLOCKED_SENDER.BRAND_ID.in(shown(reader)))));
    }

    /** A mail to several brands is told to whom may see it at each of them. */
    private static Condition within(UUID[] brands) {
        Field<UUID[]> allowed = DSL.val(brands, ENVELOPE.BRAND_IDS.getDataType());
        return DSL.condition("{0} && {1}", ENVELOPE.BRAND_IDS, allowed).and(DSL.condition("{0} <@ {1}", ENVELOPE.BRAND_IDS, allowed));
    }

    private Map<UUID, String> names(TableField<?, UUID> id, Field<String> name, Condition which) {
        return db.select(id, name).from(id.getTable()).where(which).and(name.isNotNull()).fetchMap(id, name);
    }

    /** The brands of which this reader may see addresses; the intake mixes what is a partner's and what is not. */
    private UUID[] shown(Access reader) {
        if (reader.partner().isPresent()) return new UUID[0];
        Set<BrandId> seen = reader.within(Permission.CUSTOMERS_VIEW).brands();
        return organisation.brands().stream()
                .filter(brand -> seen.contains(brand.id()) && !brand.anonymous())
                .map(brand -> brand.id().value())
                .toArray(UUID[]::new);
    }
}
