package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;

import java.time.Duration;
import java.util.List;
import nl.hartslag.contacts.GesturesImport;
import nl.hartslag.contacts.internal.db.tables.records.GestureChoiceRecord;
import nl.hartslag.contacts.internal.db.tables.records.GestureRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class GesturesImportService implements GesturesImport {
    private static final Duration ANSWERED_AFTER = Duration.ofMinutes(12);
    private static final Duration TALKED_AFTER = Duration.ofDays(2);

    private final DSLContext db;
    private final Catalogue catalogue;
    private final GestureTerms terms;
    private final People people;
    private final Organisation organisation;
    private final NextOrders orders;
    private final GestureNews news;

    GesturesImportService(DSLContext db, Catalogue catalogue, GestureTerms terms, People people, Organisation organisation, NextOrders orders,
            GestureNews news) {
        this.db = db;
        this.catalogue = catalogue;
        this.terms = terms;
        this.people = people;
        this.organisation = organisation;
        this.orders = orders;
        this.news = news;
    }

    @Override
    @Transactional
    public void store(List<PastGesture> gestures) {
        gestures.forEach(this::store);
    }

    private void store(PastGesture past) {
        if (db.fetchExists(GESTURE, GESTURE.CONVERSATION_ID.eq(past.conversation().value()).and(GESTURE.CLIENT_KEY.eq(past.clientKey())))) return;
        var conversation = db.selectFrom(CONVERSATION).where(CONVERSATION.ID.eq(past.conversation().value())).fetchSingle();
        var contact = db.selectFrom(CONTACT).where(CONTACT.CONVERSATION_ID.eq(conversation.getId())).orderBy(CONTACT.OPENED_AT.desc()).limit(1).fetchSingle();
        BrandId brand = new BrandId(conversation.getBrandId());
        GestureChoiceRecord choice = catalogue.find(past.choice()).orElseThrow();
        long amount = past.amountMinor() == null ? choice.getAmountMinor() : past.amountMinor();
        String language = conversation.getLanguage() == null ? organisation.brand(brand).defaultLanguage() : conversation.getLanguage();
        long mandate = terms.mandate(past.giver(), brand);
        GestureRecord row = db.newRecord(GESTURE);
        row.setId(Uuid7.at(past.givenAt()));
        row.setBrandId(brand.value());
        row.setPartnerId(contact.getPartnerId());
        row.setConversationId(conversation.getId());
        row.setContactId(contact.getId());
        row.setCaseId(conversation.getCaseId());
        row.setCustomerId(conversation.getCustomerId());
        Gifts.name(row, choice, language, amount, terms.currency(brand));
        row.setWhy(past.why());
        row.setPromised(past.promised());
        row.setMandateMinor(mandate);
        row.setAboveMandate(amount > mandate);
        row.setOverBudget(false);
        row.setState("given");
        row.setGiverId(past.giver().value());
        row.setTeamId(people.teamOf(past.giver()).map(TeamId::value).orElse(null));
        row.setClientKey(past.clientKey());
        row.setAskedAt(past.decidedBy() == null ? past.givenAt() : past.givenAt().minus(ANSWERED_AFTER));
        row.setGivenAt(past.givenAt());
        if (past.decidedBy() != null) {
            row.setDecidedAt(past.givenAt());
            row.setDecidedBy(past.decidedBy().value());
        }
        if (past.talkedBy() != null) {
            row.setTalkedAt(past.givenAt().plus(TALKED_AFTER));
            row.setTalkedBy(past.talkedBy().value());
            row.setTalkNote(past.talkNote());
        }
        orders.fill(row);
        row.insert();
        news.given(row);
    }
}
