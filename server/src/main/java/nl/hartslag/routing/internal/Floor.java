package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes on now: the queues, the people, what waits too long. */
@Component
class Floor implements Supervision {
    private static final int MOST_PER_PAGE = 200;
    private final DSLContext db;
    private final Routing routing;
    private final Queues queues;
    private final Figures figures;
    private final PeopleNow peopleNow;
    private final Contacts contacts;
    private final LoggingOff loggingOff;
    private final QueueDay day;
    private final OtherWorks otherWorks;
    private final Directing directing;
    private final SeenQueue seen;

    Floor(
            DSLContext db, Routing routing, Queues queues, Figures figures, PeopleNow peopleNow, Contacts contacts, LoggingOff loggingOff, QueueDay day,
            OtherWorks otherWorks, Directing directing, SeenQueue seen) {
        this.db = db;
        this.routing = routing;
        this.queues = queues;
        this.figures = figures;
        this.peopleNow = peopleNow;
        this.contacts = contacts;
        this.loggingOff = loggingOff;
        this.day = day;
        this.otherWorks = otherWorks;
        this.directing = directing;
        this.seen = seen;
    }

    @Override
    public List<QueueNow> queues(Access access) {
        List<Queue> own = routing.queues(access);
        List<Queue> shared = seen.shared(access);
        var now = new HashMap<>(figures.of(own.stream().map(Queue::id).toList()));
        access.partner().ifPresent(partner -> now.putAll(figures.ofPartner(shared, partner)));
        return Stream.concat(own.stream(), shared.stream()).map(queue -> new QueueNow(seen.by(access, queue), now.get(queue.id()))).toList();
    }

    @Override
    public Page<AgentNow> agents(Access access, @Nullable String cursor, int limit) {
        return peopleNow.page(access, cursor, limit);
    }

    @Override
    public List<QueueToday> today(Access access) {
        return day.of(access, routing.queuesInSight(access).stream().map(queue -> seen.by(access, queue)).toList());
    }

    @Override
    public void logOff(Access access, UserId user, String why) {
        loggingOff.logOff(access.within(Permission.CONTACTS_ASSIGN), directing.directed(access, user), why);
    }

    @Override
    public void giveOtherWork(Access access, UserId user, NewOtherWork work) {
        otherWorks.give(access.within(Permission.CONTACTS_ASSIGN), directing.directed(access, user), work);
    }

    @Override
    public void endOtherWork(Access access, UserId user) {
        otherWorks.end(access.within(Permission.CONTACTS_ASSIGN), directing.directed(access, user));
    }

    @Override
    public Optional<LoggedOff> loggedOff(Access access) {
        return loggingOff.told(access.user());
    }

    @Override
    public Page<Overflowed> overflow(Access access, @Nullable String cursor, int limit) {
        int page = Math.clamp(limit, 1, MOST_PER_PAGE);
        var watched = routing.queuesInSight(access).stream().collect(Collectors.toMap(Queue::id, queue -> queue));
        List<WaitingRecord> found = db.selectFrom(WAITING)
                .where(WAITING.OVERFLOWED_AT.isNotNull())
                .and(Figures.within(watched.values(), access.partner()))
                .and(cursor == null ? DSL.noCondition() : OverflowPlace.read(cursor).after())
                .orderBy(WAITING.ENTERED_AT, WAITING.CONTACT_ID)
                .limit(page + 1)
                .fetch();
        List<WaitingRecord> shown = found.size() > page ? found.subList(0, page) : found;
        return new Page<>(
                shown.stream().flatMap(row -> overflowed(access, row, Optional.ofNullable(watched.get(new QueueId(row.getQueueId()))))).toList(),
                found.size() > page ? OverflowPlace.of(shown.getLast()).written() : null);
    }

    /** A partner reads of what is within its sight only: another's turn may pass on to it before that. */
    private Stream<Overflowed> overflowed(Access access, WaitingRecord row, Optional<Queue> queue) {
        ContactId contact = new ContactId(row.getContactId());
        return queue.stream().flatMap(each -> {
            var about = contacts.contactOf(contact);
            return !access.sees(each.brand(), about.partner()) ? Stream.empty() : Stream.of(new Overflowed(
                    contact, new ConversationId(row.getConversationId()), new BrandId(row.getBrandId()), each.id(),
                    each.name(), about.channel(), row.getMedium(), about.subject(), about.priority(),
                    row.getEnteredAt(), row.getOverflowedAt()));
        });
    }
}
