package nl.hartslag.channels.internal.email.account;

import static nl.hartslag.channels.internal.db.Tables.EMAIL_ACCOUNT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.channels.internal.db.tables.records.EmailAccountRecord;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.email.account.EmailAccount.Kind;
import nl.hartslag.channels.internal.email.account.EmailAccount.Relay;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The accounts, from memory: asked for every recipient of every mail. At most two seconds old. */
@Component
public class EmailAccounts {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private final DSLContext db;
    private final Clock clock;
    private volatile @Nullable Known known;

    EmailAccounts(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Known(List<EmailAccount> accounts, Instant until) {}

    public List<EmailAccount> active() {
        return all().stream().filter(EmailAccount::active).toList();
    }

    /** Also those that were switched off: mail from them is still ours. */
    public Set<String> ourAddresses() {
        return all().stream().map(EmailAccount::address).collect(Collectors.toSet());
    }

    public Optional<EmailAccount> account(AccountId id) {
        return all().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The active account of a recipient; {@code +detail} is ignored. */
    public Optional<EmailAccount> recipient(MailAddress address) {
        return active().stream().filter(a -> a.address().equals(address.address()) || a.address().equals(address.withoutDetail()))
                .findFirst();
    }

    /** The account of an address, active or not: for mail that was accepted while it was. */
    public Optional<EmailAccount> addressed(MailAddress address) {
        return recipient(address).or(() -> all().stream()
                .filter(a -> a.address().equals(address.address()) || a.address().equals(address.withoutDetail())).findFirst());
    }

    public Optional<EmailAccount> firstOf(BrandId brand) {
        return active().stream().filter(a -> a.brand().equals(brand)).findFirst();
    }

    void changed() {
        known = null;
    }

    private List<EmailAccount> all() {
        Known now = known;
        if (now != null && clock.instant().isBefore(now.until)) return now.accounts;
        try {
            List<EmailAccount> read = db.selectFrom(EMAIL_ACCOUNT).orderBy(EMAIL_ACCOUNT.CREATED_AT, EMAIL_ACCOUNT.ID)
                    .fetch(EmailAccounts::account);
            known = new Known(read, clock.instant().plus(FRESH));
            return read;
        } catch (DataAccessException unreachable) {
            // Addresses rarely change; what was true a moment ago serves until the database is back.
            if (now != null) return now.accounts;
            throw unreachable;
        }
    }

    static EmailAccount account(EmailAccountRecord row) {
        return new EmailAccount(new AccountId(row.getId()), new BrandId(row.getBrandId()), row.getAddress(), row.getName(),
                Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)), row.getActive(),
                Optional.ofNullable(row.getImap()).map(json -> Json.read(json, Imap.class)),
                Optional.ofNullable(row.getRelay()).map(json -> Json.read(json, Relay.class)),
                row.getState().equals("broken"), row.getStateDetail() == null ? "" : row.getStateDetail());
    }
}
