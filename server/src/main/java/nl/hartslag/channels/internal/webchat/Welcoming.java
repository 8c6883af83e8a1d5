package nl.hartslag.channels.internal.webchat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.channels.WebChat.Form;
import nl.hartslag.channels.WebChat.FormReason;
import nl.hartslag.channels.WebChat.Limits;
import nl.hartslag.channels.WebChat.Look;
import nl.hartslag.channels.WebChat.Visit;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.BrandMail;
import nl.hartslag.channels.internal.db.tables.records.VisitorRecord;
import nl.hartslag.contacts.WaitingTimes;
import nl.hartslag.contacts.WaitingTimes.Waiting;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.organisation.Organisation.ChannelHours;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a visitor is told and asked when he comes: open or closed, how long it takes, what it is about. */
@Component
class Welcoming {
    static final int LONGEST_TEXT = 4_000;
    private final Organisation organisation;
    private final ObjectProvider<WaitingTimes> waitingTimes;
    private final Chats chats;
    private final BrandMail mail;
    private final Clock clock;

    Welcoming(Organisation organisation, ObjectProvider<WaitingTimes> waitingTimes, Chats chats, BrandMail mail, Clock clock) {
        this.organisation = organisation;
        this.waitingTimes = waitingTimes;
        this.chats = chats;
        this.mail = mail;
        this.clock = clock;
    }

    Visit visit(Widget widget, VisitorRecord visitor, @Nullable String token, String language) {
        Brand brand = organisation.brand(widget.brand());
        ChannelHours hours = organisation.hours(brand.id(), ChatChannel.NAME);
        Instant now = clock.instant();
        boolean open = hours.isOpen(now);
        boolean proven = Visitors.isProven(visitor);
        boolean asksEmail = !brand.anonymous() && visitor.getProvenEmail() == null;
        boolean asksName = !brand.anonymous() && !proven && visitor.getName() == null;
        UUID id = visitor.getId();
        String accent = widget.settings().accent();
        return new Visit(token, proven, visitor.getName(), brand.name(), language,
                new Look(accent == null ? brand.accent() : accent, widget.settings().position()), open,
                open ? hours.closesAt(now).orElse(null) : null, open ? null : hours.nextOpening(now).orElse(null),
                open ? waitNow(widget) : null, mailAnsweredBy(widget),
                new Form(reasons(widget, language), asksName, asksEmail),
                new Limits(LONGEST_TEXT, VisitorFiles.LARGEST, VisitorFiles.TYPES, VisitorFiles.MOST), widget.settings().transcripts(),
                token != null ? null : chats.current(id).map(chats::state).orElse(null));
    }

    Instant mailAnsweredBy(Widget widget) {
        return organisation.hours(widget.brand(), mail.channel()).answerDue(clock.instant());
    }

    private @Nullable Waiting waitNow(Widget widget) {
        WaitingTimes times = waitingTimes.getIfAvailable();
        return times == null ? null : times.now(widget.brand(), ChatChannel.NAME).orElse(null);
    }

    private List<FormReason> reasons(Widget widget, String language) {
        var chosen = widget.settings().reasons();
        List<Reason> offered = organisation.reasons(widget.brand()).stream()
                .filter(reason -> chosen.isEmpty() ? reason.offeredToCustomers() : chosen.contains(reason.id()))
                .toList();
        Set<ReasonId> ids = offered.stream().map(Reason::id).collect(Collectors.toSet());
        return offered.stream()
                .map(reason -> new FormReason(
                        reason.id(), label(reason, language), reason.parent().filter(ids::contains).orElse(null)))
                .toList();
    }

    private static String label(Reason reason, String language) {
        return language.equals("nl") ? reason.nameNl() : reason.nameEn();
    }
}
