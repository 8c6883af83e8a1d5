package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.BLOCKED_SENDER;
import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.channels.SpamList.Blocked;
import nl.hartslag.channels.SpamList.Held;
import nl.hartslag.channels.internal.db.tables.records.EnvelopeRecord;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mail of blocked senders, as it waits for somebody to look at it. */
@Component
class HeldMails {
    private static final Field<String> FROM = DSL.field("{0} ->> 'from'", String.class, ENVELOPE.PROOF);
    private static final Field<String> SUBJECT = DSL.field("{0} ->> 'subject'", String.class, ENVELOPE.PROOF);
    private final DSLContext db;

    HeldMails(DSLContext db) {
        this.db = db;
    }

    Page<Held> page(Access access, @Nullable String search, @Nullable String cursor, int limit) {
        Condition which = held(access);
        if (search != null && !search.isBlank()) {
            which = which.and(FROM.containsIgnoreCase(search.strip()).or(SUBJECT.containsIgnoreCase(search.strip())));
        }
        if (cursor != null) which = which.and(ENVELOPE.SEQ.lt(position(cursor)));
        List<EnvelopeRecord> rows = db.selectFrom(ENVELOPE).where(which).orderBy(ENVELOPE.SEQ.desc()).limit(limit + 1).fetch();
        boolean more = rows.size() > limit;
        List<EnvelopeRecord> shown = more ? rows.subList(0, limit) : rows;
        List<Blocked> blocks = blocks(access, shown.stream().map(HeldMails::sender).distinct().toList());
        return new Page<>(shown.stream().map(row -> view(row, blocks)).toList(), more ? String.valueOf(shown.getLast().getSeq()) : null);
    }

    Held one(Access access, EnvelopeId id) {
        EnvelopeRecord row = db.selectFrom(ENVELOPE).where(held(access)).and(ENVELOPE.ID.eq(id.value())).fetchOptional()
                .orElseThrow(() -> Problem.of("spam/not-held", 409));
        return view(row, blocks(access, List.of(sender(row))));
    }

    private static Condition held(Access access) {
        if (access.partner().isPresent()) return DSL.falseCondition();
        UUID[] brands = access.brands().stream().map(BrandId::value).toArray(UUID[]::new);
        return ENVELOPE.STATE.eq("refused").and(ENVELOPE.OUTCOME.eq("blocked-sender"))
                .and(DSL.condition("{0} && {1}", ENVELOPE.BRAND_IDS, DSL.val(brands, ENVELOPE.BRAND_IDS.getDataType())));
    }

    private List<Blocked> blocks(Access access, List<String> senders) {
        List<String> named = senders.stream().flatMap(HeldMails::keptOutAs).distinct().toList();
        return db.selectFrom(BLOCKED_SENDER).where(SpamService.inForce(access)).and(BLOCKED_SENDER.SENDER.in(named)).fetch(SpamService::view);
    }

    /** The address itself and its domain. */
    private static Stream<String> keptOutAs(String sender) {
        Optional<MailAddress> address = MailAddress.of(sender);
        return address.isEmpty() ? Stream.of(sender) : Stream.of(address.get().address(), "@" + address.get().domain());
    }

    private static Held view(EnvelopeRecord row, List<Blocked> blocks) {
        List<BrandId> brands = Arrays.stream(row.getBrandIds()).map(BrandId::new).toList();
        List<String> named = keptOutAs(sender(row)).toList();
        return new Held(new EnvelopeId(row.getId()), brands, sender(row), text(row, "subject"), row.getReceivedAt(), row.getSize(),
                blocks.stream().filter(block -> brands.contains(block.brand()) && named.contains(block.sender())).toList());
    }

    private static String sender(EnvelopeRecord row) {
        return String.valueOf(text(row, "from"));
    }

    private static @Nullable String text(EnvelopeRecord row, String name) {
        return Json.map(row.getProof()).get(name) instanceof String value && !value.isBlank() ? value : null;
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
