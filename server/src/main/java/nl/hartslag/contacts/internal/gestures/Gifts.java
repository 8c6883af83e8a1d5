package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.GESTURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.Gestures.NewGesture;
import nl.hartslag.contacts.internal.AtHand;
import nl.hartslag.contacts.internal.AtHand.Held;
import nl.hartslag.contacts.internal.db.tables.records.GestureChoiceRecord;
import nl.hartslag.contacts.internal.db.tables.records.GestureRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A gesture from giving or asking to its end. Whoever changes one holds its conversation first, as writers do. */
@Component
class Gifts {
    static final int LONGEST = 500;
    /** Minor units in one of the currency; only such currencies are taken. */
    private static final long MINOR = 100;
    /** As long as it may have been a slip; what stands longer is cancelled, with a reason. */
    static final Duration UNDO = Duration.ofMinutes(15);

    private final DSLContext db;
    private final AtHand atHand;
    private final Catalogue catalogue;
    private final GestureTerms terms;
    private final TeamMonths months;
    private final People people;
    private final Organisation organisation;
    private final GestureNews news;
    private final NextOrders orders;
    private final Clock clock;

    Gifts(DSLContext db, AtHand atHand, Catalogue catalogue, GestureTerms terms, TeamMonths months, People people, Organisation organisation,
            GestureNews news, NextOrders orders, Clock clock) {
        this.db = db;
        this.atHand = atHand;
        this.catalogue = catalogue;
        this.terms = terms;
        this.months = months;
        this.people = people;
        this.organisation = organisation;
        this.news = news;
        this.orders = orders;
        this.clock = clock;
    }

    GestureRecord give(Access access, ConversationId id, NewGesture wanted) {
        Held held = atHand.hold(access, id);
        Optional<GestureRecord> known = db.selectFrom(GESTURE)
                .where(GESTURE.CONVERSATION_ID.eq(id.value())).and(GESTURE.CLIENT_KEY.eq(wanted.clientKey())).fetchOptional();
        if (known.isPresent()) return known.get();
        BrandId brand = new BrandId(held.conversation().getBrandId());
        GestureChoiceRecord choice = choice(brand, wanted);
        long amount = amount(choice, wanted);
        String language = held.conversation().getLanguage() == null ? organisation.brand(brand).defaultLanguage() : held.conversation().getLanguage();
        long mandate = reach(choice, amount, terms.mandate(access.user(), brand));
        Instant now = clock.instant();
        GestureRecord row = db.newRecord(GESTURE);
        row.setId(Uuid7.next());
        row.setBrandId(brand.value());
        row.setPartnerId(access.partner().map(PartnerId::value).orElse(held.contact().getPartnerId()));
        row.setConversationId(id.value());
        row.setContactId(held.contact().getId());
        row.setCaseId(held.conversation().getCaseId());
        row.setCustomerId(held.conversation().getCustomerId());
        name(row, choice, language, amount, terms.currency(brand));
        row.setWhy(wanted.why().strip());
        row.setPromised(wanted.promised());
        row.setMandateMinor(mandate);
        row.setAboveMandate(amount > mandate);
        row.setOverBudget(false);
        row.setGiverId(access.user().value());
        row.setTeamId(people.teamOf(access.user()).map(TeamId::value).orElse(null));
        row.setClientKey(wanted.clientKey());
        row.setAskedAt(now);
        boolean asks = amount > mandate && !wanted.promised();
        if (asks) row.setState("asked");
        else given(row, now);
        row.insert();
        if (asks) {
            news.asked(row);
            done(access, row, "asked");
        } else {
            news.given(row);
            done(access, row, "given");
        }
        return row;
    }

    GestureRecord decide(Access access, GestureRecord seen, boolean approved, @Nullable String word) {
        GestureRecord row = held(seen);
        String state = approved ? "given" : "turned_down";
        if (!row.getState().equals("asked")) {
            if (row.getState().equals(state) && access.user().value().equals(row.getDecidedBy())) return row;
            throw Problem.of("gestures/settled", 409);
        }
        if (row.getGiverId().equals(access.user().value())) throw Problem.of("gestures/own", 403);
        String said = word == null || word.isBlank() ? null : word.strip();
        new FieldErrors().check(approved || said != null, "word", "required").notLonger("word", said, LONGEST).verify();
        Instant now = clock.instant();
        row.setDecidedAt(now);
        row.setDecidedBy(access.user().value());
        row.setWord(said);
        if (approved) given(row, now);
        else row.setState(state);
        row.update();
        if (approved) news.given(row);
        news.decided(row);
        done(access, row, approved ? "approved" : "turned-down");
        return row;
    }

    GestureRecord withdraw(Access access, GestureRecord seen) {
        GestureRecord row = held(seen);
        if (row.getState().equals("withdrawn")) return row;
        boolean given = row.getState().equals("given");
        if (!given && !row.getState().equals("asked")) throw Problem.of("gestures/settled", 409);
        if (given && !withinUndo(row, clock.instant())) throw Problem.of("gestures/too-late", 409);
        end(access, row, "withdrawn", null, given);
        return row;
    }

    GestureRecord cancel(Access access, GestureRecord seen, String why) {
        GestureRecord row = held(seen);
        if (row.getState().equals("cancelled")) return row;
        if (!row.getState().equals("given")) throw Problem.of("gestures/settled", 409);
        new FieldErrors().text("why", why, LONGEST).verify();
        end(access, row, "cancelled", why.strip(), true);
        return row;
    }

    GestureRecord talkedAbout(Access access, GestureRecord seen, String note) {
        GestureRecord row = held(seen);
        if (row.getGiverId().equals(access.user().value())) throw Problem.of("gestures/own", 403);
        if (!toTalk(row)) {
            if (access.user().value().equals(row.getTalkedBy())) return row;
            throw Problem.of("gestures/settled", 409);
        }
        new FieldErrors().text("note", note, LONGEST).verify();
        row.setTalkedAt(clock.instant());
        row.setTalkedBy(access.user().value());
        row.setTalkNote(note.strip());
        row.update();
        news.changed(row);
        return row;
    }

    /** As it is called and costs now, whatever becomes of the catalogue. @param language of the customer */
    static void name(GestureRecord row, GestureChoiceRecord choice, String language, long amount, String currency) {
        row.setChoiceId(choice.getId());
        row.setKind(choice.getKind());
        row.setNameNl(choice.getNameNl());
        row.setNameEn(choice.getNameEn());
        row.setAmountMinor(amount);
        row.setCurrency(currency);
        row.setWords(GestureWords.told(language.equals("nl") ? choice.getToldNl() : choice.getToldEn(), language, amount, currency));
    }

    static boolean withinUndo(GestureRecord row, Instant now) {
        return row.getGivenAt() != null && now.isBefore(row.getGivenAt().plus(UNDO));
    }

    static boolean toTalk(GestureRecord row) {
        return row.getState().equals("given") && row.getAboveMandate() && row.getPromised() && row.getTalkedAt() == null;
    }

    private void end(Access access, GestureRecord row, String state, @Nullable String why, boolean wasGiven) {
        row.setState(state);
        row.setEndedAt(clock.instant());
        row.setEndedBy(access.user().value());
        row.setEndedWhy(why);
        row.update();
        if (wasGiven) news.takenBack(row);
        done(access, row, state);
    }

    /** The team's row is held, so that two who give at once see each other's. Overdrawn is marked and never refused. */
    private void given(GestureRecord row, Instant now) {
        row.setState("given");
        row.setGivenAt(now);
        BrandId brand = new BrandId(row.getBrandId());
        row.setOverBudget(terms.holdBudget(brand, row.getTeamId() == null ? null : new TeamId(row.getTeamId()))
                .filter(budget -> months.used(brand, row.getTeamId(), row.getCurrency()).minor() + row.getAmountMinor() > budget).isPresent());
        orders.fill(row);
    }

    private GestureRecord held(GestureRecord seen) {
        atHand.hold(new ConversationId(seen.getConversationId()));
        return db.selectFrom(GESTURE).where(GESTURE.ID.eq(seen.getId())).forUpdate().fetchSingle();
    }

    private GestureChoiceRecord choice(BrandId brand, NewGesture wanted) {
        GestureChoiceRecord choice = catalogue.find(wanted.choice()).filter(one -> one.getBrandId().equals(brand.value()))
                .orElseThrow(() -> Problem.invalid("choice", "unknown"));
        new FieldErrors().check(choice.getArchivedAt() == null, "choice", "archived").text("why", wanted.why(), LONGEST).verify();
        return choice;
    }

    private static long amount(GestureChoiceRecord choice, NewGesture wanted) {
        if (!choice.getFree()) return choice.getAmountMinor();
        Long amount = wanted.amountMinor();
        if (amount == null) throw Problem.invalid("amountMinor", "required");
        new FieldErrors().check(amount > 0, "amountMinor", "above-nothing")
                .check(wanted.promised() || amount <= choice.getAmountMinor(), "amountMinor", "amount-at-most")
                .check(amount <= GestureTerms.MOST, "amountMinor", "amount-beyond", GestureTerms.MOST / MINOR).verify();
        return amount;
    }

    /** What was promised above what it may cost is above everybody's mandate, so that it is talked about. */
    private static long reach(GestureChoiceRecord choice, long amount, long mandate) {
        return amount > choice.getAmountMinor() ? Math.min(mandate, choice.getAmountMinor()) : mandate;
    }

    private void done(Access access, GestureRecord row, String what) {
        String language = organisation.brand(new BrandId(row.getBrandId())).defaultLanguage();
        String name = language.equals("nl") ? row.getNameNl() : row.getNameEn();
        atHand.done(access, new ConversationId(row.getConversationId()), new ContactId(row.getContactId()),
                "gesture." + what + " " + name + ", " + GestureWords.money(language, row.getAmountMinor(), row.getCurrency()));
        news.changed(row);
    }
}
