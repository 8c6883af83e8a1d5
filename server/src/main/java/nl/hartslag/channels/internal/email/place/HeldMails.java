package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.BLOCKED_SENDER;
import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.hartslag.channels.SpamList.Blocked;
import nl.hartslag.channels.SpamList.Held;
import nl.hartslag.channels.internal.db.tables.records.EnvelopeRecord;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.channels.internal.ledger.VisibleEnvelopes;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mail of blocked senders and suspected spam, as it waits for somebody to look at it. */
@Component
class HeldMails {
    /** Written out in the query, so that the database knows its index of held mail fits. */
    private static final Condition HELD = ENVELOPE.STATE.eq(DSL.inline("refused"))
            .and(ENVELOPE.OUTCOME.in(DSL.inline("blocked-sender"), DSL.inline("suspected-spam")));
    private final DSLContext db;
    private final VisibleEnvelopes envelopes;

    HeldMails(DSLContext db, VisibleEnvelopes envelopes) {
        this.db = db;
        this.envelopes = envelopes;
    }

    Page<Held> page(Access access, @Nullable String search, @Nullable String cursor, int limit) {
        Page<EnvelopeRecord> page = envelopes.page(access, HELD, search, cursor, limit);
        List<Blocked> blocks = blocks(access, page.items().stream().map(HeldMails::sender).distinct().toList());
        return new Page<>(page.items().stream().map(row -> view(row, blocks)).toList(), page.next());
    }

    Held one(Access access, EnvelopeId id) {
        EnvelopeRecord row = envelopes.one(access, HELD, id).orElseThrow(() -> Problem.of("spam/not-held", 409));
        return view(row, blocks(access, List.of(sender(row))));
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
                "suspected-spam".equals(row.getOutcome()),
                blocks.stream().filter(block -> brands.contains(block.brand()) && named.contains(block.sender())).toList());
    }

    private static String sender(EnvelopeRecord row) {
        return String.valueOf(text(row, "from"));
    }

    private static @Nullable String text(EnvelopeRecord row, String name) {
        return Json.map(row.getProof()).get(name) instanceof String value && !value.isBlank() ? value : null;
    }
}
