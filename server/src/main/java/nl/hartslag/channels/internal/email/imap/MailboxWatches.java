package nl.hartslag.channels.internal.email.imap;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.hartslag.channels.internal.email.EmailSettings;
import nl.hartslag.channels.internal.email.account.AccountStates;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.platform.Loop;
import nl.hartslag.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps a watch on every mailbox that is switched on, as accounts come, change and go. */
@Component
class MailboxWatches implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private final EmailAccounts accounts;
    private final MailboxLogin logins;
    private final MailboxFetch fetch;
    private final AccountStates states;
    private final EmailSettings settings;
    private final Map<AccountId, MailboxWatch> watches = new HashMap<>();
    private volatile @Nullable Loop loop;

    MailboxWatches(EmailAccounts accounts, MailboxLogin logins, MailboxFetch fetch, AccountStates states, EmailSettings settings) {
        this.accounts = accounts;
        this.logins = logins;
        this.fetch = fetch;
        this.states = states;
        this.settings = settings;
    }

    private synchronized void adjust() {
        Map<AccountId, EmailAccount> wanted = new HashMap<>();
        accounts.active().stream().filter(a -> a.imap().isPresent()).forEach(a -> wanted.put(a.id(), a));
        watches.entrySet().removeIf(entry -> {
            EmailAccount now = wanted.get(entry.getKey());
            boolean stays = now != null && staysWith(entry.getValue().account(), now);
            if (!stays) entry.getValue().stop();
            return !stays;
        });
        wanted.values().forEach(account -> watches.computeIfAbsent(account.id(), id ->
                new MailboxWatch(account, states.createdAt(id), logins, fetch, states, settings.poll(), FIRST_PAUSE)));
    }

    /** Every log-in reads the newest refresh token by itself, so another one is news only to a watch that could not log in. */
    static boolean staysWith(EmailAccount before, EmailAccount now) {
        return before.imap().equals(now.imap())
                || !now.broken() && before.imap().map(Imap::withoutRefreshToken).equals(now.imap().map(Imap::withoutRefreshToken));
    }

    @Override
    public void start() {
        loop = Loop.start("mailboxes", () -> {
            adjust();
            Thread.sleep(LOOK);
        });
    }

    @Override
    public void stop() {
        Loop running = loop;
        if (running != null) running.stop();
        loop = null;
        synchronized (this) {
            watches.values().forEach(MailboxWatch::stop);
            watches.clear();
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    @Override
    public int getPhase() {
        return 1_000;
    }
}
