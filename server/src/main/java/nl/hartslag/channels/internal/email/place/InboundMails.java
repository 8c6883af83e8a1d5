package nl.hartslag.channels.internal.email.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.channels.internal.email.identify.Authorship;
import nl.hartslag.channels.internal.email.identify.MessageKey;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.MailAttachment;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.channels.internal.email.show.CalendarText;
import nl.hartslag.channels.internal.email.show.Folded;
import nl.hartslag.channels.internal.email.show.HtmlText;
import nl.hartslag.channels.internal.email.show.LanguageGuess;
import nl.hartslag.channels.internal.email.show.SafeHtml;
import nl.hartslag.channels.internal.email.show.TextFolding;
import nl.hartslag.channels.internal.email.thread.Threading;
import nl.hartslag.contacts.Consults.MailedAnswer;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A mail in the words of the contacts module. */
@Component
class InboundMails {
    private static final int LONGEST_SUBJECT_FROM_TEXT = 80;
    private final Customers customers;
    private final EmailAccounts accounts;
    private final Organisation organisation;

    InboundMails(Customers customers, EmailAccounts accounts, Organisation organisation) {
        this.customers = customers;
        this.accounts = accounts;
        this.organisation = organisation;
    }

    InboundMessage of(ReceivedMail received, MailAddress from, EmailAccount account, Threading threading, MessageKey key) {
        ParsedMail mail = received.mail();
        Optional<SafeHtml.Shown> html = mail.html().map(SafeHtml::of);
        Folded text = text(mail, html);
        Optional<String> language = LanguageGuess.of(text.visible());
        boolean anonymous = organisation.brand(account.brand()).anonymous();
        Customer customer = customers.recognise(account.brand(), IdentityKind.EMAIL, from.address(),
                from.name().isBlank() || anonymous ? null : from.name(), language.orElse(null));
        return new InboundMessage(threading.conversation(), account.brand(), customer.id(), anonymous ? nobody(language.orElse(customer.language())) : name(from, customer), "email", "mail",
                account.id(), account.address(), received.envelope().id(), mail.messageId().orElse(null), key.value(),
                received.envelope().receivedAt(), subject(mail, text.visible()), language.orElse(customer.language()),
                text.visible(), text.folded().isEmpty() ? null : text.folded(),
                html.map(SafeHtml.Shown::visible).filter(h -> !h.isBlank()).orElse(null),
                html.map(SafeHtml.Shown::folded).filter(h -> !h.isBlank()).orElse(null),
                html.map(SafeHtml.Shown::remoteImages).orElse(0) > 0,
                received.authorship().automatic(), received.proof().proven(), Optional.empty(),
                participants(mail, from, received.proof().proven()),
                files(mail, html));
    }

    /** What a department wrote. It is read as text, so its pictures stand below as files. */
    MailedAnswer answer(ReceivedMail received, MailAddress from, MessageKey key) {
        ParsedMail mail = received.mail();
        Folded text = text(mail, mail.html().map(SafeHtml::of));
        return new MailedAnswer(from.address(), from.name().isBlank() ? from.address() : from.name(), received.authorship().automatic(), text.visible(),
                text.folded().isEmpty() ? null : text.folded(), files(mail, Optional.empty()), received.envelope().id(), key.value(), received.envelope().receivedAt());
    }

    private static List<InboundMessage.NewAttachment> files(ParsedMail mail, Optional<SafeHtml.Shown> html) {
        return mail.attachments().stream().map(a -> new InboundMessage.NewAttachment(a.name(), a.mediaType(), a.content().size(),
                a.content().hash(), a.contentId().orElse(null), a.inline() && standsIn(html, a))).toList();
    }

    /** A picture that the text does not show is a file like any other, whatever the mail says about it. */
    private static boolean standsIn(Optional<SafeHtml.Shown> html, MailAttachment picture) {
        return html.isPresent() && picture.contentId().filter(html.get().pictures()::contains).isPresent();
    }

    private static Folded text(ParsedMail mail, Optional<SafeHtml.Shown> html) {
        Folded written = mail.text().filter(t -> !t.isBlank()).map(TextFolding::fold)
                .or(() -> html.map(h -> new Folded(HtmlText.of(h.visible()), HtmlText.of(h.folded()))))
                .orElse(new Folded("", ""));
        String events = mail.machineParts().stream().filter(p -> p.mediaType().equals("text/calendar"))
                .flatMap(p -> CalendarText.of(p.text()).stream()).collect(Collectors.joining("\n"));
        return events.isEmpty() ? written : new Folded((written.visible() + "\n\n" + events).strip(), written.folded());
    }

    private static String subject(ParsedMail mail, String text) {
        if (!mail.subject().isBlank()) return mail.subject();
        String first = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("–");
        return first.length() <= LONGEST_SUBJECT_FROM_TEXT ? first : first.substring(0, LONGEST_SUBJECT_FROM_TEXT).strip() + "…";
    }

    /** Who writes to an anonymous brand is known by what he writes only. */
    private static String nobody(@Nullable String language) {
        return ResourceBundle.getBundle("texts.mail.received", Locale.forLanguageTag("nl".equals(language) ? "nl" : "en"),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString("writer");
    }

    private static String name(MailAddress from, Customer customer) {
        if (!from.name().isBlank()) return from.name();
        String known = customer.name();
        return known != null && !known.isBlank() ? known : from.address();
    }

    /**
     * Everyone on the mail but ourselves, first where the answer goes: where the writer wants it, if it is proven that he is the
     * one who writes. A forged From would else send the customer's answer to whoever forged it.
     */
    private List<String> participants(ParsedMail mail, MailAddress from, boolean proven) {
        Set<String> ours = accounts.ourAddresses();
        List<MailAddress> writer = List.of(from);
        List<MailAddress> wanted = Authorship.answersTo(mail, ours);
        return List.copyOf(Stream.of(proven ? wanted : writer, proven ? writer : wanted, mail.to(), mail.cc()).flatMap(List::stream)
                .filter(a -> !ours.contains(a.address()) && !ours.contains(a.withoutDetail()))
                .map(MailAddress::address).limit(50).collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
