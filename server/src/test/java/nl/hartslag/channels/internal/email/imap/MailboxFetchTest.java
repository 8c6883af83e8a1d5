package nl.hartslag.channels.internal.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.channels.internal.email.account.Accounts;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccount.Auth;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.email.account.EmailAccount.Kind;
import nl.hartslag.channels.internal.intake.IntakeWorld;
import nl.hartslag.shared.AccountId;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxFetchTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private final IntakeWorld world = new IntakeWorld();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetupTest.IMAP.getProtocol()));
    private final MailboxFetch fetch = new MailboxFetch(world.db, world.store, world.signal, world.transaction, world.clock);
    private final MailboxLogin logins = new MailboxLogin(new OpenSecrets(), new AccessTokens(new OpenSecrets(), new Accounts(world.db, world.clock).refreshTokens(), world.clock));
    private GreenMailUser user;
    private EmailAccount account;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("service@demo.example", "service", "geheim");
        AccountId id = AccountId.next();
        account = new EmailAccount(id, world.brand, "service@demo.example", "Service", Kind.IMAP, true,
                Optional.of(new Imap("127.0.0.1", server.getImap().getPort(), Tls.NONE, "service", Auth.PASSWORD, "geheim", "INBOX", "", "", "", "", "")),
                Optional.empty(), false, "");
        world.db.execute("insert into channels.email_account (id, brand_id, address, name, kind, active, state_at, created_at, changed_at) "
                + "values (?, ?, ?, ?, 'imap', true, now(), now(), now())", id.value(), world.brand.value(), account.address(), "Service");
    }

    @AfterEach
    void stop() {
        server.stop();
        world.close();
    }

    private void arrives(String id) throws MessagingException {
        byte[] mail = Mails.aMail().with("Message-ID", "<" + id + "@klant.example>").bytes();
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private int fetch(Instant since) throws MessagingException, IOException {
        try (Mailbox mailbox = logins.open(account)) {
            return fetch.fetch(account, mailbox, since);
        }
    }

    @Test
    void storesEachMailOnceAndLeavesTheMailboxAsItIs() throws Exception {
        for (int i = 0; i < 250; i++) arrives("m" + i);
        assertThat(fetch(LONG_AGO)).isEqualTo(250);
        assertThat(fetch(LONG_AGO)).isZero();
        arrives("later");
        assertThat(fetch(LONG_AGO)).isEqualTo(1);
        assertThat(world.count("state = 'waiting' and repeats = 0")).isEqualTo(251);
        try (Mailbox mailbox = logins.open(account)) {
            assertThat(mailbox.folder().getMessageCount()).isEqualTo(251);
            assertThat(mailbox.folder().getUnreadMessageCount()).isEqualTo(251);
        }
    }

    @Test
    void storesTheBytesAsTheyAre() throws Exception {
        arrives("bytes");
        fetch(LONG_AGO);
        String hash = world.db.fetchSingle("select blob_hash from channels.envelope").into(String.class);
        assertThat(new String(world.blobs.open(hash).readAllBytes())).contains("Message-ID: <bytes@klant.example>").contains("waar blijft mijn pakket?");
    }

    @Test
    void leavesHistoryWhereItIs() throws Exception {
        arrives("old");
        assertThat(fetch(world.clock.instant().plus(Duration.ofHours(1)))).isZero();
        assertThat(fetch(LONG_AGO)).isZero();
    }

    @Test
    void asksForEverythingAgainWhenTheServerNumberedAnew() throws Exception {
        arrives("een");
        fetch(LONG_AGO);
        world.db.execute("update channels.imap_cursor set uid_validity = uid_validity - 1");
        assertThat(fetch(LONG_AGO)).isEqualTo(1);
    }

    @Test
    void movesTheCursorOnlyTogetherWithTheMail() throws Exception {
        arrives("een");
        world.db.execute("alter table channels.envelope add constraint no_more check (false) not valid");
        assertThat(catchThrowable(() -> fetch(LONG_AGO))).isNotNull();
        assertThat(world.db.fetchCount(DSL.table("channels.imap_cursor"))).isZero();
        world.db.execute("alter table channels.envelope drop constraint no_more");
        assertThat(fetch(LONG_AGO)).isEqualTo(1);
    }
}
