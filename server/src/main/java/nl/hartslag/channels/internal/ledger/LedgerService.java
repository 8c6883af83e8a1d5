package nl.hartslag.channels.internal.ledger;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.PLACEMENT;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.hartslag.channels.IntakeLedger;
import nl.hartslag.channels.internal.db.tables.records.EnvelopeRecord;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor;
import nl.hartslag.channels.internal.intake.IntakeSignal;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.channels.internal.intake.Replay;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LedgerService implements IntakeLedger {
    private final DSLContext db;
    private final VisibleEnvelopes envelopes;
    private final Blobs blobs;
    private final Replay replay;
    private final IntakeSignal signal;
    private final Audit audit;
    private final HourRows hours;
    private final Map<String, String> fileEndings;
    private final Contacts contacts;

    LedgerService(DSLContext db, VisibleEnvelopes envelopes, Blobs blobs, Replay replay, IntakeSignal signal, Audit audit, HourRows hours,
                  List<EnvelopeProcessor> adapters, Contacts contacts) {
        this.db = db;
        this.envelopes = envelopes;
        this.blobs = blobs;
        this.replay = replay;
        this.signal = signal;
        this.audit = audit;
        this.hours = hours;
        this.fileEndings = adapters.stream().collect(Collectors.toMap(EnvelopeProcessor::adapter, EnvelopeProcessor::fileEnding));
        this.contacts = contacts;
    }

    @Override
    public List<HourRow> hours(Access access, Instant from, Instant until) {
        access.require(Permission.INTAKE_VIEW);
        return hours.read(VisibleEnvelopes.to(access), from, until);
    }

    @Override
    public Page<EnvelopeRow> envelopes(Access access, @Nullable EnvelopeState state, @Nullable String outcome, @Nullable String search,
                                       @Nullable String cursor, int limit) {
        access.require(Permission.INTAKE_VIEW);
        Condition which = DSL.noCondition();
        if (state != null) which = which.and(ENVELOPE.STATE.eq(state.key()));
        if (outcome != null) which = which.and(ENVELOPE.OUTCOME.eq(outcome));
        Page<EnvelopeRecord> page = envelopes.page(access, which, search, cursor, limit);
        return new Page<>(page.items().stream().map(LedgerService::row).toList(), page.next());
    }

    @Override
    @Transactional
    public EnvelopeDetail envelope(Access access, EnvelopeId id) {
        access.require(Permission.INTAKE_VIEW);
        EnvelopeRecord row = find(access, id);
        lookedAt(access, row);
        List<PlacementRow> placements = db.selectFrom(PLACEMENT).where(PLACEMENT.ENVELOPE_ID.eq(id.value()))
                .and(PLACEMENT.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList()))
                .orderBy(PLACEMENT.PLACED_AT)
                .fetch(p -> new PlacementRow(new AccountId(p.getAccountId()), new BrandId(p.getBrandId()),
                        new ConversationId(p.getConversationId()), p.getWhy(),
                        p.getNearMatch() == null ? null : new ConversationId(p.getNearMatch()), p.getPlacedAt()));
        return new EnvelopeDetail(row(row), row.getDetail(), Json.map(row.getFacts()), Json.map(row.getProof()), placements);
    }

    @Override
    @Transactional
    public SenderFindings sender(Access access, EnvelopeId id) {
        access.require(Permission.CONTACTS_VIEW);
        EnvelopeRecord row = db.selectFrom(ENVELOPE).where(ENVELOPE.ID.eq(id.value())).fetchOptional().filter(found -> sees(access, found))
                .orElseThrow(() -> Problem.notFound("intake"));
        lookedAt(access, row);
        Map<String, Object> proof = Json.map(row.getProof());
        return new SenderFindings(text(proof, "from").orElse(""), Boolean.TRUE.equals(proof.get("proven")), text(proof, "spf").orElse("none"),
                text(proof, "dkim").orElse("none"), text(proof, "dmarc").orElse("none"), text(proof, "source").orElse("checked"));
    }

    private boolean sees(Access access, EnvelopeRecord row) {
        return db.select(PLACEMENT.CONVERSATION_ID).from(PLACEMENT).where(PLACEMENT.ENVELOPE_ID.eq(row.getId())).stream()
                .anyMatch(placed -> contacts.maySee(access, new ConversationId(placed.value1())));
    }

    @Override
    @Transactional
    public Raw raw(Access access, EnvelopeId id) {
        access.require(Permission.INTAKE_RAW);
        EnvelopeRecord row = find(access, id);
        audit.record(access, "envelope.opened", "envelope", id.toString(), brand(access, row), Map.of());
        return new Raw(id + fileEndings.getOrDefault(row.getAdapter(), ""), row.getSize(), blobs.open(row.getBlobHash()));
    }

    @Override
    @Transactional
    public void replay(Access access, EnvelopeId id) {
        access.require(Permission.INTAKE_REPLAY);
        find(access, id);
        if (!replay.replay(id)) throw Problem.of("intake/not-waiting", 409);
        AfterCommit.run(signal::raise);
    }

    @Override
    @Transactional
    public int replayAll(Access access) {
        access.require(Permission.INTAKE_REPLAY);
        int count = replay.replayAll(VisibleEnvelopes.to(access));
        AfterCommit.run(signal::raise);
        return count;
    }

    @Override
    @Transactional
    public void accept(Access access, EnvelopeId id) {
        access.require(Permission.INTAKE_REPLAY);
        EnvelopeRecord row = find(access, id);
        if (!replay.accept(id)) throw Problem.of("intake/not-refused", 409);
        audit.record(access, "mail.released", "envelope", id.toString(), brand(access, row), Map.of());
        AfterCommit.run(signal::raise);
    }

    private void lookedAt(Access access, EnvelopeRecord row) {
        audit.opened(access, "envelope.looked-at", "envelope", row.getId().toString(), brand(access, row));
    }

    private static Optional<BrandId> brand(Access access, EnvelopeRecord row) {
        return Arrays.stream(row.getBrandIds()).map(BrandId::new).filter(access.brands()::contains).findFirst();
    }

    private EnvelopeRecord find(Access access, EnvelopeId id) {
        return envelopes.one(access, DSL.noCondition(), id).orElseThrow(() -> Problem.notFound("intake"));
    }

    private static EnvelopeRow row(EnvelopeRecord row) {
        Map<String, Object> proof = Json.map(row.getProof());
        Map<String, Object> facts = Json.map(row.getFacts());
        return new EnvelopeRow(new EnvelopeId(row.getId()), row.getAdapter(), row.getState(), row.getSetAside(), row.getOutcome(),
                text(proof, "from").or(() -> text(facts, "from")).orElse(null), text(proof, "subject").orElse(null),
                proof.get("proven") instanceof Boolean proven ? proven : null, row.getAttempts(), row.getRepeats(), row.getSize(),
                row.getReceivedAt(), row.getSettledAt());
    }

    private static Optional<String> text(Map<String, Object> values, String name) {
        return values.get(name) instanceof String value && !value.isBlank() ? Optional.of(value) : Optional.empty();
    }
}
