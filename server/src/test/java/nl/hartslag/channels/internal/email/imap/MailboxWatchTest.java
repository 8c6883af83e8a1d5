package nl.hartslag.channels.internal.email.imap;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccount.Auth;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.email.account.EmailAccount.Kind;
import nl.hartslag.channels.internal.email.account.Accounts;
import nl.hartslag.channels.internal.intake.IntakeWorld;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox on a real server, followed as the product follows it. */
class MailboxWatchTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration NEVER = Duration.ofHours(2);
    private final IntakeWorld world = new IntakeWorld();
    private final MailboxFetch fetch = new MailboxFetch(world.db, world.store, world.signal, world.transaction, world.clock);
    private final Accounts accounts = new Accounts(world.db, world.clock);
    private final MailboxLogin logins = new MailboxLogin(new OpenSecrets(), new AccessTokens(new OpenSecrets(), accounts.refreshTokens(), world.clock));
    private final AccountId id = AccountId.next();
    private final List<AutoCloseable> open = new ArrayList<>();
    private GreenMail server;

    @BeforeEach
    void start() {
        server = greenMail(0, ServerSetup.PROTOCOL_IMAP);
        world.db.execute("insert into channels.email_account (id, brand_id, address, name, kind, active, state_at, created_at, changed_at) "
                + "values (?, ?, ?, ?, 'imap', true, now(), now(), now())", id.value(), world.brand.value(), "service@demo.example", "Service");
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open.reversed()) one.close();
        world.close();
    }

    private GreenMail greenMail(int port, String protocol) {
        GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", protocol));
        started.start();
        started.setUser("service@demo.example", "service", "geheim");
        open.add(started::stop);
        return started;
    }

    private Imap imap(int port, Tls tls, String sent) {
        return new Imap("127.0.0.1", port, tls, "service", Auth.PASSWORD, "geheim", "INBOX", "", "", "", "", sent);
    }

    private Imap plain(int port) {
        return imap(port, Tls.NONE, "");
    }

    private EmailAccount account(Imap imap) {
        return new EmailAccount(id, world.brand, "service@demo.example", "Service", Kind.IMAP, true, Optional.of(imap), Optional.empty(), false, "");
    }

    private void follow(Imap imap, Duration poll) {
        MailboxWatch watch = new MailboxWatch(account(imap), LONG_AGO, logins, fetch, accounts.states(), poll, Duration.ofMillis(50));
        open.add(watch::stop);
    }

    private static void arrives(GreenMail at, String mailId) throws MessagingException {
        byte[] mail = Mails.aMail().with("Message-ID", "<" + mailId + "@klant.example>").bytes();
        GreenMailUser user = at.getUserManager().getUser("service");
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private int stored() {
        return world.count("true");
    }

    private String state() {
        return world.db.fetchSingle("select state from channels.email_account where id = ?", id.value()).into(String.class);
    }

    /**
     * Nothing but the server's word can bring the mail in, since nobody looks for hours. This server keeps quiet about what arrives in
     * the instant before one listens, so another mail follows until one is heard.
     */
    private void heard(GreenMail at) throws Exception {
        int before = stored();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        for (int sent = 0; stored() == before; ) {
            long next = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            arrives(at, "duw-" + before + "-" + sent++);
            eventually(() -> stored() > before || System.nanoTime() > next);
            assertThat(System.nanoTime()).as("the server's word was not heard").isLessThan(end);
        }
    }

    @Test
    void hearsOfNewMailByItselfWithoutLooking() throws Exception {
        follow(plain(server.getImap().getPort()), NEVER);
        for (int i = 0; i < 3; i++) heard(server);
        assertThat(world.count("repeats > 0")).isZero();
    }

    @Test
    void saysThatAMailboxIsBrokenAndGoesOnWhenItIsBackAlsoWithNewNumbers() throws Exception {
        int port = server.getImap().getPort();
        follow(plain(port), NEVER);
        arrives(server, "voor");
        eventually(() -> stored() == 1);
        server.stop();
        eventually(() -> state().equals("broken"));
        GreenMail again = greenMail(port, ServerSetup.PROTOCOL_IMAP);
        eventually(() -> state().equals("ok"));
        int before = stored();
        arrives(again, "na");
        arrives(again, "daarna");
        while (stored() < before + 3) heard(again);
    }

    @Test
    void goesPastAMailThatTheServerDoesNotHandOverAndSaysSo() throws Exception {
        StubbornMailbox stubborn = new StubbornMailbox();
        open.add(stubborn);
        follow(plain(stubborn.port()), Duration.ofMillis(50));
        eventually(() -> stored() == 3);
        assertThat(world.count("facts ->> 'unreadable' is not null")).isEqualTo(1);
        assertThat(world.db.fetchSingle("select facts ->> 'unreadable' from channels.envelope where facts ->> 'unreadable' is not null").into(String.class))
                .isEqualTo("The mail server does not hand over mail 2 of folder INBOX.");
    }

    @Test
    void sendsNoPasswordOverAnOpenLineWhereStarttlsIsAsked() {
        assertThatThrownBy(() -> logins.open(account(imap(server.getImap().getPort(), Tls.STARTTLS, ""))))
                .isInstanceOf(MessagingException.class).hasMessageContaining("STARTTLS");
    }

    @Test
    void trustsOnlyAServerWhoseCertificateIsGood(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("server.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server",
                "-keyalg", "EC", "-dname", "CN=mail.example", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", keys.toString(),
                "-storepass", "changeit", "-validity", "2").redirectErrorStream(true).start();
        assertThat(made.waitFor()).as(new String(made.getInputStream().readAllBytes())).isZero();
        System.setProperty("greenmail.tls.keystore.file", keys.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        GreenMail secure = greenMail(0, ServerSetup.PROTOCOL_IMAPS);
        arrives(secure, "veilig");
        Imap imap = imap(secure.getImaps().getPort(), Tls.TLS, "");
        assertThatThrownBy(() -> logins.open(account(imap))).isInstanceOf(MessagingException.class).hasStackTraceContaining("certification path");

        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(trusting(keys));
        open.add(() -> SSLContext.setDefault(before));
        try (Mailbox mailbox = logins.open(account(imap))) {
            assertThat(fetch.fetch(account(imap), mailbox, LONG_AGO)).isEqualTo(1);
        }
        Imap byAnotherName = new Imap("localhost", imap.port(), Tls.TLS, "service", Auth.PASSWORD, "geheim", "INBOX", "", "", "", "", "");
        assertThatThrownBy(() -> logins.open(account(byAnotherName))).isInstanceOf(MessagingException.class);
    }

    private static SSLContext trusting(Path keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        KeyStore server = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            server.load(in, "changeit".toCharArray());
        }
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void laysWhatWasSentInTheSentFolderOnceAndWaitsForAFolderThatIsNotThere() throws Exception {
        Imap imap = imap(server.getImap().getPort(), Tls.NONE, "Verzonden");
        world.db.execute("update channels.email_account set imap = ?::jsonb where id = ?", accounts.json(imap), id.value());
        SentCopies copies = new SentCopies(world.db, accounts.all(), logins, world.blobs, world.clock);
        MessageId message = MessageId.next();
        byte[] mail = Mails.aMail().with("Message-ID", "<antwoord@demo.example>").bytes();
        copies.keep(account(imap), message, "antwoord@demo.example", mail);
        assertThat(copies.step()).isTrue();
        assertThat(copies.step()).isFalse();

        MailFolder sent = server.getManagers().getImapHostManager().createMailbox(server.getUserManager().getUser("service"), "Verzonden");
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(copies.step()).isTrue();
        assertThat(sent.getMessages()).singleElement().satisfies(laid -> {
            assertThat(laid.getMimeMessage().getMessageID()).isEqualTo("<antwoord@demo.example>");
            assertThat(laid.isSet(jakarta.mail.Flags.Flag.SEEN)).isTrue();
        });
        copies.keep(account(imap), message, "antwoord@demo.example", mail);
        assertThat(copies.step()).isTrue();
        assertThat(sent.getMessages()).hasSize(1);
        copies.keep(account(plain(1)), MessageId.next(), "anders@demo.example", mail);
        assertThat(copies.step()).isFalse();
    }
}
