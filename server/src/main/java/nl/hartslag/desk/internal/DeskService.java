package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.desk.Desk;
import nl.hartslag.desk.DeskCounts;
import nl.hartslag.desk.DeskFound;
import nl.hartslag.desk.DeskList;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.DeskSearch;
import nl.hartslag.desk.OpenConversation;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DeskService implements Desk {
    private static final int FIRST_MESSAGES = 30;

    private final DSLContext database;
    private final Contacts contacts;
    private final Cases cases;
    private final Consults consults;
    private final PlannedAnswers planned;
    private final RowLists lists;
    private final RowSearch searches;
    private final Tally tally;
    private final Watchers watchers;
    private final BesideReader beside;
    private final LiveStream live;
    private final Routing routing;

    DeskService(
            DSLContext database, Contacts contacts, Cases cases, Consults consults, PlannedAnswers planned, RowLists lists, RowSearch searches, Tally tally,
            Watchers watchers, BesideReader beside, LiveStream live, Routing routing) {
        this.database = database;
        this.contacts = contacts;
        this.cases = cases;
        this.consults = consults;
        this.planned = planned;
        this.lists = lists;
        this.searches = searches;
        this.tally = tally;
        this.watchers = watchers;
        this.beside = beside;
        this.live = live;
        this.routing = routing;
    }

    @Override
    public Page<DeskRow> list(Access access, DeskList list, @Nullable String cursor, int limit) {
        access.require(Permission.CONTACTS_VIEW);
        return lists.read(access, list, cursor, Math.clamp(limit, 1, MOST_ROWS));
    }

    @Override
    public DeskFound find(Access access, DeskSearch search, @Nullable String cursor, int limit) {
        return searches.read(access, search, cursor, Math.clamp(limit, 1, MOST_ROWS));
    }

    @Override
    public DeskCounts counts(Access access) {
        access.require(Permission.CONTACTS_VIEW);
        return tally.read(access);
    }

    @Override
    @Transactional
    public OpenConversation open(Access access, ConversationId id) {
        var conversation = contacts.conversation(access, id);
        var contact = conversation.contact().map(one -> contacts.contact(access, one)).orElse(null);
        var messages = contacts.messages(access, id, 0, FIRST_MESSAGES);
        var customer = conversation.customer();
        var shown = cases.contactsShown(access, conversation.caseId());
        boolean handles = access.may(Permission.CONTACTS_HANDLE, conversation.brand());
        return new OpenConversation(
                conversation,
                handles,
                row(id).orElse(null),
                contacts.caseOf(access, conversation.caseId()),
                contact,
                handles && contact != null && contact.state().equals("waiting") && routing.outOfTurn(access, contact.id()),
                messages,
                !messages.isEmpty() && messages.getFirst().seq() > 1,
                contacts.drafts(access, id),
                planned.of(access, id),
                contacts.promises(conversation.caseId()).stream().filter(one -> shown.contains(one.contact())).toList(),
                consults.ofCase(access, conversation.caseId()).stream().filter(one -> shown.contains(one.contact())).toList(),
                customer == null || !access.may(Permission.CUSTOMERS_VIEW, conversation.brand()) ? null : beside.read(access, customer));
    }

    @Override
    public List<MessageView> earlierMessages(Access access, ConversationId conversation, int beforeSeq, int limit) {
        return contacts.messages(access, conversation, beforeSeq, Math.clamp(limit, 1, MOST_MESSAGES));
    }

    @Override
    public List<MessageView> newerMessages(Access access, ConversationId conversation, int afterSeq) {
        return contacts.messages(access, conversation, 0, MOST_MESSAGES).stream()
                .filter(message -> message.seq() > afterSeq)
                .toList();
    }

    @Override
    @Transactional
    public void watch(Access access, ConversationId conversation, boolean typing) {
        var view = contacts.conversation(access, conversation);
        if (watchers.seen(conversation, access.user(), access.name(), typing)) tell(view.brand(), conversation);
        if (typing) contacts.typing(access, conversation);
    }

    @Override
    @Transactional
    public void leave(Access access, ConversationId conversation) {
        var view = contacts.conversation(access, conversation);
        if (watchers.left(conversation, access.user())) tell(view.brand(), conversation);
    }

    private void tell(BrandId brand, ConversationId conversation) {
        var partner = row(conversation).map(DeskRow::partner);
        live.publish(LiveEvent.ofBrand("desk.watchers.changed", brand, partner, Permission.CONTACTS_VIEW,
                Map.of("conversation", conversation, "watchers", watchers.of(conversation))));
    }

    private Optional<DeskRow> row(ConversationId id) {
        return database.selectFrom(CONVERSATION_ROW)
                .where(CONVERSATION_ROW.CONVERSATION_ID.eq(id.value()))
                .fetchOptional(RowColumns::read)
                .map(watchers::beside);
    }
}
