package nl.hartslag.channels.internal.email.account;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.hartslag.channels.EmailInboxes;
import nl.hartslag.channels.EmailInboxes.Imap;
import nl.hartslag.channels.EmailInboxes.InboxDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
class InboxServiceTest {
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transaction;
    @Autowired EmailInboxes inboxes;
    @Autowired EmailAccounts accounts;
    @Autowired RefreshTokens tokens;

    @Test
    void aChangeKeepsTheRefreshTokenThatIsReplacedInThatMoment() throws Exception {
        BrandId brand = BrandId.next();
        Access administrator = Access.everywhere(UserId.next(), "Test", "nl", Set.of(Permission.values()), Set.of(brand), Set.of(), Optional.empty());
        AccountId id = inboxes.create(administrator, draft(brand, "Service", "refresh-0")).id();
        inboxes.switchOn(administrator, id, false);
        CompletableFuture<?> change = transaction.execute(_ -> {
            tokens.replace(id, tokens.current(accounts.account(id).orElseThrow()), "replaced");
            var changing = CompletableFuture.runAsync(() -> inboxes.change(administrator, id, draft(brand, "Customer service", null)));
            eventually(() -> !db.fetch("select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))").isEmpty());
            return changing;
        });
        change.get();
        assertThat(accounts.account(id)).hasValueSatisfying(account -> {
            assertThat(account.name()).isEqualTo("Customer service");
            assertThat(account.imap().orElseThrow().secret()).isEqualTo("replaced");
        });
    }

    private static InboxDraft draft(BrandId brand, String name, String refreshToken) {
        return new InboxDraft(brand, "s" + brand + "@demo.example", name, "imap", new Imap("127.0.0.1", 1, "none", "service", "xoauth2", refreshToken,
                "INBOX", "https://127.0.0.1:1/token", "client", null, null, null), null);
    }
}
