package nl.hartslag.channels.internal.ledger;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.internal.db.tables.records.EnvelopeRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What arrived, as far as a person may see it, newest first. */
@Component
public class VisibleEnvelopes {
    private static final Field<String> FROM = DSL.field("{0} ->> 'from'", String.class, ENVELOPE.PROOF);
    private static final Field<String> SUBJECT = DSL.field("{0} ->> 'subject'", String.class, ENVELOPE.PROOF);
    private final DSLContext db;

    VisibleEnvelopes(DSLContext db) {
        this.db = db;
    }

    /** @param search in sender and subject, or null */
    public Page<EnvelopeRecord> page(Access access, Condition which, @Nullable String search, @Nullable String cursor, int limit) {
        Condition wanted = which.and(to(access));
        if (search != null && !search.isBlank()) {
            wanted = wanted.and(FROM.containsIgnoreCase(search.strip()).or(SUBJECT.containsIgnoreCase(search.strip())));
        }
        if (cursor != null) wanted = wanted.and(ENVELOPE.SEQ.lt(position(cursor)));
        List<EnvelopeRecord> rows = db.selectFrom(ENVELOPE).where(wanted).orderBy(ENVELOPE.SEQ.desc()).limit(limit + 1).fetch();
        if (rows.size() <= limit) return new Page<>(List.copyOf(rows), null);
        List<EnvelopeRecord> shown = List.copyOf(rows.subList(0, limit));
        return new Page<>(shown, String.valueOf(shown.getLast().getSeq()));
    }

    public Optional<EnvelopeRecord> one(Access access, Condition which, EnvelopeId id) {
        return db.selectFrom(ENVELOPE).where(ENVELOPE.ID.eq(id.value())).and(which).and(to(access)).fetchOptional();
    }

    /** Partners work on contacts, not on the intake, which mixes what is theirs and what is not. */
    static Condition to(Access access) {
        if (access.partner().isPresent()) return DSL.falseCondition();
        UUID[] brands = access.brands().stream().map(Id::value).toArray(UUID[]::new);
        return DSL.condition("{0} && {1}", ENVELOPE.BRAND_IDS, DSL.val(brands, ENVELOPE.BRAND_IDS.getDataType()));
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
