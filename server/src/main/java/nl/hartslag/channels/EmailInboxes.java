package nl.hartslag.channels;

import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import org.jspecify.annotations.Nullable;

/**
 * The addresses customers write to. Everything needs {@code channels.configure} and stays within the person's brands;
 * changes are recorded. Passwords go in and never come out.
 */
public interface EmailInboxes {
    List<Inbox> inboxes(Access access);

    /** Refused with {@code request/invalid} and a code per field, such as an address that is taken. */
    Inbox create(Access access, InboxDraft draft);

    /** A password that is left out stays what it was. */
    Inbox change(Access access, AccountId id, InboxDraft draft);

    /** Off: its mail is refused at the door and no longer fetched; what came before stays. */
    Inbox switchOn(Access access, AccountId id, boolean active);

    /** Tries mailbox and relay as they are stored. Takes up to half a minute. */
    TestResult test(Access access, AccountId id);

    /**
     * @param kind   {@code smtp}: mail is delivered to us; {@code imap}: we fetch it
     * @param signed what leaves from this address carries a DKIM signature of its domain
     * @param broken it does not work at the moment; {@code stateDetail} says why
     */
    record Inbox(AccountId id, BrandId brand, String address, String name, String kind, boolean active, boolean signed, @Nullable Imap imap,
                 @Nullable Relay relay, boolean broken, String stateDetail, Instant stateAt) {}

    record InboxDraft(BrandId brand, String address, String name, String kind, @Nullable Imap imap, @Nullable Relay relay) {}

    /**
     * @param tls      {@code none}, {@code starttls} or {@code tls}
     * @param auth     {@code password} or {@code xoauth2}
     * @param secret   password, or refresh token with XOAUTH2; write only
     * @param clientSecret write only
     * @param service  the provider's name in Authentication-Results that we believe
     * @param sentFolder where copies of what is sent are laid; absent for none
     */
    record Imap(String host, int port, String tls, String user, String auth, @Nullable String secret, String folder,
                @Nullable String tokenUrl, @Nullable String clientId, @Nullable String clientSecret, @Nullable String service,
                @Nullable String sentFolder) {}

    /** @param secret write only; @param user absent without authentication */
    record Relay(String host, int port, String tls, @Nullable String user, @Nullable String secret) {}

    /** @param mailbox {@code ok}, {@code failed} or {@code none}; @param detail in the far server's words */
    record TestResult(String mailbox, String relay, @Nullable String detail) {}
}
