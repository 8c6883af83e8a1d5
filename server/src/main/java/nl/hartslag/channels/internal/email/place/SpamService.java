package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.BLOCKED_SENDER;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.SpamList;
import nl.hartslag.channels.internal.db.tables.records.BlockedSenderRecord;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.intake.IntakeSignal;
import nl.hartslag.channels.internal.intake.Replay;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SpamService implements SpamList {
    private final DSLContext db;
    private final EmailAccounts accounts;
    private final HeldMails held;
    private final Replay replay;
    private final IntakeSignal signal;
    private final Audit audit;
    private final Clock clock;

    SpamService(DSLContext db, EmailAccounts accounts, HeldMails held, Replay replay, IntakeSignal signal, Audit audit, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.held = held;
        this.replay = replay;
        this.signal = signal;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page<Held> held(Access access, @Nullable String search, @Nullable String cursor, int limit) {
        access.require(Permission.CONTACTS_HANDLE);
        return held.page(access, search, cursor, limit);
    }

    @Override
    @Transactional
    public void release(Access access, EnvelopeId id, boolean unblock) {
        access.require(Permission.CONTACTS_HANDLE);
        Held mail = held.one(access, id);
        if (!replay.accept(id)) throw Problem.of("spam/not-held", 409);
        if (unblock) mail.blocks().forEach(block -> lift(access, block.id()));
        audit.record(access, "mail.released", "envelope", id.toString(), mail.brands().stream().filter(access.brands()::contains).findFirst(), Map.of());
        AfterCommit.run(signal::raise);
    }

    @Override
    public Page<Blocked> blocked(Access access, @Nullable String cursor, int limit) {
        if (!access.may(Permission.INTAKE_VIEW)) access.require(Permission.CONTACTS_HANDLE);
        Condition which = inForce(access);
        if (cursor != null) which = which.and(BLOCKED_SENDER.ID.lt(id(cursor)));
        List<Blocked> rows = db.selectFrom(BLOCKED_SENDER).where(which).orderBy(BLOCKED_SENDER.ID.desc()).limit(limit + 1)
                .fetch(SpamService::view);
        boolean more = rows.size() > limit;
        List<Blocked> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(List.copyOf(shown), more ? shown.getLast().id().toString() : null);
    }

    @Override
    @Transactional
    public Blocked block(Access access, BrandId brand, String sender) {
        access.require(Permission.CONTACTS_HANDLE);
        if (!access.brands().contains(brand)) throw Problem.invalid("brand", "unknown");
        String who = sender.strip().toLowerCase(Locale.ROOT);
        if (!MailAddress.valid(who.startsWith("@") ? "anyone" + who : who)) throw Problem.invalid("sender", "email");
        if (accounts.ourAddresses().contains(who)) throw Problem.invalid("sender", "invalid");
        db.insertInto(BLOCKED_SENDER)
                .set(BLOCKED_SENDER.ID, Uuid7.next())
                .set(BLOCKED_SENDER.BRAND_ID, brand.value())
                .set(BLOCKED_SENDER.SENDER, who)
                .set(BLOCKED_SENDER.BLOCKED_AT, clock.instant())
                .set(BLOCKED_SENDER.BLOCKED_BY, access.user().value())
                .onConflict(BLOCKED_SENDER.BRAND_ID, BLOCKED_SENDER.SENDER).where(BLOCKED_SENDER.LIFTED_AT.isNull()).doNothing()
                .execute();
        BlockedSenderRecord row = db.selectFrom(BLOCKED_SENDER).where(inForce(access)).and(BLOCKED_SENDER.BRAND_ID.eq(brand.value()))
                .and(BLOCKED_SENDER.SENDER.eq(who)).fetchSingle();
        audit.record(access, "sender.blocked", "blocked-sender", row.getId().toString(), Optional.of(brand), Map.of());
        return view(row);
    }

    @Override
    @Transactional
    public void lift(Access access, UUID id) {
        access.require(Permission.CONTACTS_HANDLE);
        int lifted = db.update(BLOCKED_SENDER)
                .set(BLOCKED_SENDER.LIFTED_AT, clock.instant())
                .set(BLOCKED_SENDER.LIFTED_BY, access.user().value())
                .where(inForce(access)).and(BLOCKED_SENDER.ID.eq(id)).execute();
        if (lifted == 0) throw Problem.notFound("blocked-senders");
        audit.record(access, "sender.unblocked", "blocked-sender", id.toString(), Optional.empty(), Map.of());
    }

    static Condition inForce(Access access) {
        return BLOCKED_SENDER.LIFTED_AT.isNull().and(BLOCKED_SENDER.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList()));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    static Blocked view(BlockedSenderRecord row) {
        return new Blocked(row.getId(), new BrandId(row.getBrandId()), row.getSender(), row.getBlockedAt());
    }
}
