package nl.hartslag.channels.internal.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.channels.internal.email.account.Accounts;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccount.Auth;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.intake.IntakeWorld;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox behind a provider of tokens. The n-th access token that it gives out is {@code access-n}; it opens the mailbox. */
class AccessTokensTest {
    private static final Pattern REFRESH_TOKEN = Pattern.compile("refresh_token=([^&]+)");
    private final IntakeWorld world = new IntakeWorld();
    private final Accounts accounts = new Accounts(world.db, world.clock);
    private final AccountId id = AccountId.next();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<String> asked = new ArrayList<>();
    private HttpServer provider;
    private MailboxLogin logins = started();
    /** The only refresh token that the provider takes. */
    private String taken = "refresh-0";
    private boolean replaces;
    private Runnable whileAsked = () -> {};

    @BeforeEach
    void start() throws IOException {
        server.start();
        server.setUser("service@demo.example", "service", "");
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", this::answer);
        provider.start();
        world.db.execute("insert into channels.email_account (id, brand_id, address, name, kind, active, imap, state_at, created_at, changed_at) "
                + "values (?, ?, ?, ?, 'imap', true, ?::jsonb, now(), now(), now())", id.value(), world.brand.value(), "service@demo.example", "Service",
                accounts.json(imap("refresh-0")));
    }

    @AfterEach
    void stop() {
        provider.stop(0);
        server.stop();
        world.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(form);
        var given = REFRESH_TOKEN.matcher(form);
        boolean known = given.find() && given.group(1).equals(taken);
        String next = "";
        if (known && replaces) {
            taken = "refresh-" + asked.size();
            next = ",\"refresh_token\":\"" + taken + "\"";
        }
        whileAsked.run();
        server.getUserManager().getUser("service").setPassword("access-" + asked.size());
        byte[] answer = (known ? "{\"access_token\":\"access-" + asked.size() + "\",\"expires_in\":3600" + next + "}" : "{\"error\":\"invalid_grant\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Imap imap(String refreshToken) {
        return new Imap("127.0.0.1", server.getImap().getPort(), Tls.NONE, "service", Auth.XOAUTH2, new Sealing().seal(refreshToken), "INBOX",
                "http://127.0.0.1:" + provider.getAddress().getPort() + "/token", "client", "", "", "");
    }

    /** As after a start: nothing is remembered but what the database holds. */
    private MailboxLogin started() {
        return new MailboxLogin(new Sealing(), new AccessTokens(new Sealing(), accounts.refreshTokens(), world.clock));
    }

    private void enter(String refreshToken) {
        world.db.execute("update channels.email_account set imap = ?::jsonb where id = ?", accounts.json(imap(refreshToken)), id.value());
    }

    private String stored() {
        return accounts.account(id).imap().orElseThrow().secret();
    }

    private void logIn(EmailAccount account) throws Exception {
        logins.open(account).close();
    }

    private void anHourPasses() {
        world.clock.advance(Duration.ofHours(1));
    }

    @Test
    void logsInWithATokenItFetchesAndFetchesAnotherWhenThatHasRunOut() throws Exception {
        EmailAccount account = accounts.account(id);
        logIn(account);
        logIn(account);
        assertThat(asked).singleElement().asString().contains("grant_type=refresh_token").contains("client_id=client");
        world.clock.advance(Duration.ofMinutes(59));
        logIn(account);
        assertThat(asked).hasSize(2);
        server.getUserManager().getUser("service").setPassword("another");
        assertThatThrownBy(() -> logIn(account)).isInstanceOf(AuthenticationFailedException.class);
        enter("withdrawn");
        assertThatThrownBy(() -> logIn(account)).isInstanceOf(IOException.class).hasMessageContaining("no access token (HTTP 400)");
    }

    @Test
    void usesTheRefreshTokenThatCameInPlaceOfTheOldOneAlsoAfterAStart() throws Exception {
        replaces = true;
        EmailAccount account = accounts.account(id);
        logIn(account);
        logIn(account);
        assertThat(asked).as("the replacement makes no token old").hasSize(1);
        anHourPasses();
        logIn(account);
        assertThat(asked).element(1).asString().contains("refresh_token=refresh-1&");

        logins = started();
        logIn(accounts.account(id));
        assertThat(asked).element(2).asString().contains("refresh_token=refresh-2&");
        assertThat(stored()).as("sealed").isEqualTo(new Sealing().seal("refresh-3"));
        assertThat(accounts.account(id).imap().map(Imap::withoutRefreshToken)).isEqualTo(account.imap().map(Imap::withoutRefreshToken));
    }

    @Test
    void keepsTheNewRefreshTokenWhenTheDatabaseCannotTakeItAtOnce() throws Exception {
        replaces = true;
        EmailAccount account = accounts.account(id);
        world.db.execute("alter table channels.email_account add constraint no_more check (false) not valid");
        assertThatThrownBy(() -> logIn(account)).hasStackTraceContaining("no_more");
        assertThat(stored()).as("the old one stands there still").isEqualTo(account.imap().orElseThrow().secret());
        world.db.execute("alter table channels.email_account drop constraint no_more");
        logIn(account);
        assertThat(asked).element(1).asString().contains("refresh_token=refresh-1&");
        assertThat(stored()).isEqualTo(new Sealing().seal("refresh-2"));
    }

    @Test
    void leavesARefreshTokenThatAPersonEnteredMeanwhile() throws Exception {
        replaces = true;
        whileAsked = () -> enter("entered");
        logIn(accounts.account(id));
        assertThat(stored()).isEqualTo(new Sealing().seal("entered"));
        whileAsked = () -> {};
        taken = "entered";
        logIn(accounts.account(id));
        assertThat(asked).element(1).asString().contains("refresh_token=entered&");
    }

    @Test
    void followsAMailboxOnWhenOnlyItsRefreshTokenWasReplacedUnlessItCouldNotLogIn() {
        EmailAccount before = accounts.account(id);
        enter("another");
        assertThat(MailboxWatches.staysWith(before, accounts.account(id))).isTrue();
        accounts.states().broken(id, "no access token");
        assertThat(MailboxWatches.staysWith(before, accounts.account(id))).isFalse();
        EmailAccount elsewhere = new EmailAccount(id, before.brand(), before.address(), before.name(), before.kind(), true,
                before.imap().map(imap -> new Imap("elsewhere", imap.port(), imap.tls(), imap.user(), imap.auth(), imap.secret(), imap.folder(),
                        imap.tokenUrl(), imap.clientId(), imap.clientSecret(), imap.service(), imap.sentFolder())), Optional.empty(), false, "");
        assertThat(MailboxWatches.staysWith(before, elsewhere)).isFalse();
    }

    /** Seals so that a test can see it. */
    private static final class Sealing implements Secrets {
        @Override
        public String seal(String plain) {
            return "sealed." + new StringBuilder(plain).reverse();
        }

        @Override
        public String open(String sealed) {
            if (!sealed.startsWith("sealed.")) throw new IllegalArgumentException("not sealed");
            return new StringBuilder(sealed.substring("sealed.".length())).reverse().toString();
        }

        @Override
        public byte[] sign(String purpose, byte[] bytes) {
            return bytes;
        }
    }
}
