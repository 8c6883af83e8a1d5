package nl.hartslag.channels.internal.email.account;

import static nl.hartslag.channels.internal.db.Tables.EMAIL_ACCOUNT;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.channels.EmailInboxes;
import nl.hartslag.channels.internal.db.tables.records.EmailAccountRecord;
import nl.hartslag.channels.internal.email.EmailSettings;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InboxService implements EmailInboxes {
    private final DSLContext db;
    private final EmailAccounts accounts;
    private final InboxDrafts drafts;
    private final ConnectionTest connections;
    private final EmailSettings settings;
    private final Audit audit;
    private final Clock clock;

    InboxService(DSLContext db, EmailAccounts accounts, InboxDrafts drafts, ConnectionTest connections, EmailSettings settings, Audit audit,
                 Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.drafts = drafts;
        this.connections = connections;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Inbox> inboxes(Access access) {
        access.require(Permission.CHANNELS_CONFIGURE);
        return db.selectFrom(EMAIL_ACCOUNT)
                .where(EMAIL_ACCOUNT.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList()))
                .orderBy(EMAIL_ACCOUNT.ADDRESS).fetch(this::view);
    }

    @Override
    @Transactional
    public Inbox create(Access access, InboxDraft draft) {
        access.require(Permission.CHANNELS_CONFIGURE);
        EmailAccountRecord row = db.newRecord(EMAIL_ACCOUNT);
        row.setId(AccountId.next().value());
        row.setActive(true);
        row.setState("ok");
        row.setStateAt(clock.instant());
        row.setCreatedAt(clock.instant());
        write(access, row, draft, Optional.empty());
        audit.record(access, "email-account.created", "email-account", row.getId().toString(), Optional.of(draft.brand()),
                Map.of("kind", row.getKind()));
        return view(row);
    }

    @Override
    @Transactional
    public Inbox change(Access access, AccountId id, InboxDraft draft) {
        EmailAccountRecord row = find(access, id);
        write(access, row, draft, Optional.of(EmailAccounts.account(row)));
        audit.record(access, "email-account.changed", "email-account", id.toString(), Optional.of(draft.brand()), Map.of("kind", row.getKind()));
        return view(row);
    }

    @Override
    @Transactional
    public Inbox switchOn(Access access, AccountId id, boolean active) {
        EmailAccountRecord row = find(access, id);
        row.setActive(active);
        row.setChangedAt(clock.instant());
        row.update();
        AfterCommit.run(accounts::changed);
        audit.record(access, active ? "email-account.switched-on" : "email-account.switched-off", "email-account", id.toString(),
                Optional.of(new BrandId(row.getBrandId())), Map.of());
        return view(row);
    }

    @Override
    public TestResult test(Access access, AccountId id) {
        return connections.test(EmailAccounts.account(find(access, id)));
    }

    private void write(Access access, EmailAccountRecord row, InboxDraft draft, Optional<EmailAccount> before) {
        drafts.check(access, draft);
        row.setBrandId(draft.brand().value());
        row.setAddress(draft.address().strip().toLowerCase(Locale.ROOT));
        row.setName(draft.name().strip());
        row.setKind(draft.kind());
        row.setImap(drafts.imap(draft, before.flatMap(EmailAccount::imap)).map(Json::of).orElse(null));
        row.setRelay(drafts.relay(draft, before.flatMap(EmailAccount::relay)).map(Json::of).orElse(null));
        row.setChangedAt(clock.instant());
        boolean taken = db.fetchExists(EMAIL_ACCOUNT, EMAIL_ACCOUNT.ADDRESS.eq(row.getAddress()).and(EMAIL_ACCOUNT.ID.ne(row.getId())));
        if (taken) throw Problem.invalid("address", "taken");
        try {
            row.store();
        } catch (DuplicateKeyException takenMeanwhile) {
            throw Problem.invalid("address", "taken");
        }
        AfterCommit.run(accounts::changed);
    }

    /** Held until the change is written: else a refresh token that the provider replaces meanwhile would be written over by the old one. */
    private EmailAccountRecord find(Access access, AccountId id) {
        access.require(Permission.CHANNELS_CONFIGURE);
        return db.selectFrom(EMAIL_ACCOUNT).where(EMAIL_ACCOUNT.ID.eq(id.value()))
                .and(EMAIL_ACCOUNT.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList()))
                .forUpdate().fetchOptional().orElseThrow(() -> Problem.notFound("email-accounts"));
    }

    private Inbox view(EmailAccountRecord row) {
        EmailAccount account = EmailAccounts.account(row);
        return new Inbox(account.id(), account.brand(), account.address(), account.name(), row.getKind(), account.active(),
                settings.dkimFor(account.address()).isPresent(),
                account.imap().map(InboxDrafts::view).orElse(null), account.relay().map(InboxDrafts::view).orElse(null),
                account.broken(), account.stateDetail(), row.getStateAt());
    }
}
