package nl.hartslag.channels.internal.email.place;

import java.util.List;
import java.util.Optional;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.identify.Authorship;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.channels.internal.email.trust.SenderProof;
import nl.hartslag.channels.internal.intake.Envelope;

/**
 * A mail of which everything is known that can be known without writing.
 *
 * @param author     who writes, see {@link Authorship#author}
 * @param spam       the header in which a trusted filter calls it spam
 * @param recipients addresses of ours as they were written, with their {@code +detail}
 * @param accounts   the accounts behind them
 */
record ReceivedMail(Envelope envelope, ParsedMail mail, Optional<MailAddress> author, Authorship authorship, SenderProof proof,
                    Optional<String> spam, List<MailAddress> recipients, List<EmailAccount> accounts) {}
