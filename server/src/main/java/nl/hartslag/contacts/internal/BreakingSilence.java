package nl.hartslag.contacts.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.contacts.SystemMessage;
import nl.hartslag.contacts.Written;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRecord;
import nl.hartslag.contacts.internal.silence.SilenceWords;
import nl.hartslag.customers.Customers;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to a customer who does not answer, and solves his case; the caller holds it. */
@Component
class BreakingSilence {
    private final Posting posting;
    private final EventLines lines;
    private final CaseSubStates subStates;
    private final Solutions solutions;
    private final Closing closing;
    private final CaseNews news;
    private final SilentHours hours;
    private final Customers customers;
    private final Organisation organisation;

    BreakingSilence(
            Posting posting, EventLines lines, CaseSubStates subStates, Solutions solutions, Closing closing, CaseNews news, SilentHours hours,
            Customers customers, Organisation organisation) {
        this.posting = posting;
        this.lines = lines;
        this.subStates = subStates;
        this.solutions = solutions;
        this.closing = closing;
        this.news = news;
        this.hours = hours;
        this.customers = customers;
        this.organisation = organisation;
    }

    /** @return the moment that it tells */
    Instant remind(SilenceRecord span, CasesRecord row, ConversationRecord conversation, Settings rule, Instant now) {
        BrandId brand = new BrandId(span.getBrandId());
        Instant told = hours.days(brand).solves(now);
        LocalDate day = LocalDate.ofInstant(told, hours.zone(brand));
        lines.happened(conversation, "silence.reminded " + day);
        Written written = post(span, conversation, "remind", rule.remindNl(), rule.remindEn(), day, now);
        span.setConversationId(conversation.getId());
        span.setReminderId(written.message().value());
        span.setRemindedAt(now);
        span.setToldAt(told);
        span.update();
        news.changed(ByRule.access(brand), row);
        return told;
    }

    void solve(SilenceRecord span, CasesRecord row, Held held, ConversationRecord conversation, Settings rule, Instant now) {
        BrandId brand = new BrandId(span.getBrandId());
        ContactRecord last = held.contacts().getLast();
        row.setState(Rows.column(CaseState.SOLVED));
        row.setSolvedAt(now);
        row.setSolvedBy(null);
        row.update();
        subStates.set(ByRule.access(brand), row.getId(), row.getBrandId(), CaseState.SOLVED, null);
        span.setOutcome("solved");
        span.setEndedAt(now);
        span.update();
        solutions.stands(row.getId(), CaseState.SOLVED, false, conversation.getId(), now);
        lines.happened(conversation, "silence.solved");
        if (rule.tellsClosing()) post(span, conversation, "closing", rule.closingNl(), rule.closingEn(), LocalDate.ofInstant(now, hours.zone(brand)), now);
        closing.publishSolved(last, last.getEndedBy() == null ? ByRule.NOBODY : new UserId(last.getEndedBy()), now, !rule.asksFeedback());
        news.changed(ByRule.access(brand), row);
    }

    private Written post(SilenceRecord span, ConversationRecord conversation, String what, String dutch, String english, LocalDate day, Instant now) {
        Brand brand = organisation.brand(new BrandId(span.getBrandId()));
        String language = conversation.getLanguage() == null ? brand.defaultLanguage() : conversation.getLanguage();
        String subject = conversation.getSubject();
        String text = SilenceWords.filled(language.equals("nl") ? dutch : english, language, brand, name(conversation, brand), subject, day);
        return posting.post(List.of(new SystemMessage(new ConversationId(conversation.getId()), "notice", answering(subject), text, null,
                "silence-" + what + "-" + span.getId(), now, null, text))).getFirst();
    }

    private @Nullable String name(ConversationRecord conversation, Brand brand) {
        if (brand.anonymous() || conversation.getCustomerId() == null) return null;
        return customers.customer(new CustomerId(conversation.getCustomerId())).map(Customers.Customer::name).orElse(null);
    }

    private static String answering(String subject) {
        return subject.matches("(?i)(re|antw|aw)\\s*:.*") ? subject : "Re: " + subject;
    }
}
