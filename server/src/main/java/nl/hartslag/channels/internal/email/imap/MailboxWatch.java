package nl.hartslag.channels.internal.email.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import nl.hartslag.channels.internal.email.account.AccountStates;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.platform.Loop;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one mailbox: fetches, then waits for the server's push, but looks by itself now and then. */
final class MailboxWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private final EmailAccount account;
    private final Instant since;
    private final MailboxLogin logins;
    private final MailboxFetch fetch;
    private final AccountStates states;
    private final Duration poll;
    private final Loop loop;
    private final Duration firstPause;
    private Duration pause;

    MailboxWatch(EmailAccount account, Instant since, MailboxLogin logins, MailboxFetch fetch, AccountStates states, Duration poll,
                 Duration firstPause) {
        this.account = account;
        this.since = since;
        this.logins = logins;
        this.fetch = fetch;
        this.states = states;
        this.poll = poll;
        this.firstPause = firstPause;
        this.pause = firstPause;
        this.loop = Loop.start("mailbox-" + account.id(), this::follow);
    }

    /** As it was when this watch began; a changed account gets a new watch. */
    EmailAccount account() {
        return account;
    }

    void stop() {
        loop.stop();
    }

    private void follow() throws InterruptedException {
        try (Mailbox mailbox = logins.open(account)) {
            fetch.fetch(account, mailbox, since);
            states.works(account.id());
            pause = firstPause;
            while (mailbox.folder().isOpen()) {
                await(mailbox);
                fetch.fetch(account, mailbox, since);
            }
        } catch (AuthenticationFailedException refused) {
            broken("the server does not accept the log-in");
        } catch (FolderNotFoundException missing) {
            broken("the folder does not exist");
        } catch (MessagingException | IOException failed) {
            broken(failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage());
        }
    }

    /** Nothing is lost meanwhile: the cursor stands still. */
    private void broken(String why) throws InterruptedException {
        LOG.warn("mailbox {} cannot be read, next try in {} s", account.id(), pause.toSeconds());
        states.broken(account.id(), why);
        Thread.sleep(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }

    private void await(Mailbox mailbox) throws MessagingException, InterruptedException {
        if (!mailbox.store().hasCapability("IDLE")) {
            Thread.sleep(poll);
            return;
        }
        // Any command from another thread ends the wait, which also finds out whether the line is still there.
        Thread alarm = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(poll);
                mailbox.folder().doCommand(protocol -> {
                    noop(protocol);
                    return null;
                });
            } catch (InterruptedException | MessagingException ended) {
                // news came first, or the line is gone, which the waiting thread sees as well
            }
        });
        try {
            mailbox.folder().idle(true);
        } finally {
            alarm.interrupt();
        }
    }

    private static void noop(IMAPProtocol protocol) throws ProtocolException {
        protocol.noop();
    }
}
