package nl.hartslag.routing.internal;

import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static nl.hartslag.routing.internal.db.Tables.NOTICE;
import static nl.hartslag.routing.internal.db.Tables.NOTICE_TO;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.people.People;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Notices;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.db.tables.records.NoticeRecord;
import nl.hartslag.routing.internal.db.tables.records.NoticeToRecord;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.NoticeId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Words to people on the floor, and who read them. */
@Component
class NoticeBoard implements Notices {
    private static final Duration SHOWN = Duration.ofDays(1);
    private static final int MOST = 50;
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Queues queues;
    private final Presences presences;
    private final Agents agents;
    private final Directing directing;
    private final HandsOnDeck hands;
    private final People people;
    private final Contacts contacts;
    private final LiveStream live;

    NoticeBoard(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Presences presences, Agents agents,
            Directing directing, HandsOnDeck hands, People people, Contacts contacts, LiveStream live) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.presences = presences;
        this.agents = agents;
        this.directing = directing;
        this.hands = hands;
        this.people = people;
        this.contacts = contacts;
        this.live = live;
    }

    @Override
    public NoticeId send(Access access, NewNotice notice) {
        access.require(Permission.CONTACTS_ASSIGN);
        if (Stream.of(notice.team(), notice.queue(), notice.person()).filter(Objects::nonNull).count() != 1) throw Problem.invalid("to", "required");
        if (notice.team() != null) return toTeam(access, notice.words(), notice.team());
        if (notice.queue() != null) return toQueue(access, notice.words(), notice.queue());
        Agent agent = directing.directed(access, notice.person());
        return store(access, "person", people.names(List.of(agent.user())).getOrDefault(agent.user(), ""), notice.words(), null, List.of(agent.user()));
    }

    private NoticeId toTeam(Access access, String words, TeamId id) {
        Team team = teams(access).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> Problem.invalid("team", "unknown"));
        List<UserId> members = db.select(SHOWN_TEAM_MEMBER.USER_ID).from(SHOWN_TEAM_MEMBER).where(SHOWN_TEAM_MEMBER.TEAM_ID.eq(id.value()))
                .fetch(row -> new UserId(row.value1()));
        return store(access, "team", team.name(), words, null, directed(access, members));
    }

    private NoticeId toQueue(Access access, String words, QueueId id) {
        Queue queue = queues.find(id).filter(each -> access.sees(each.brand(), each.partner())).orElseThrow(() -> Problem.invalid("queue", "unknown"));
        List<UserId> there = presences.here().stream().filter(each -> each.agent().fits(queue)).map(each -> each.agent().user()).toList();
        return store(access, "queue", queue.name(), words, null, directed(access, there));
    }

    private List<UserId> directed(Access access, Collection<UserId> users) {
        return users.stream()
                .filter(user -> !user.equals(access.user()))
                .filter(user -> agents.now(user).filter(agent -> Directing.directs(access, agent)).isPresent())
                .toList();
    }

    @Override
    public NoticeId askCoach(Access access, String words, @Nullable ConversationId about) {
        access.require(Permission.CONTACTS_HELP);
        UserId coach = hands.coachOf(access.user()).orElseThrow(() -> Problem.of("routing/no-coach", 409));
        if (about != null) contacts.conversation(access, about);
        return store(access, "coach", people.names(List.of(coach)).getOrDefault(coach, ""), words, about, List.of(coach));
    }

    private NoticeId store(Access access, String kind, String name, String words, @Nullable ConversationId about, List<UserId> to) {
        if (to.isEmpty()) throw Problem.of("routing/notice-to-nobody", 409).with("name", name);
        NoticeId id = NoticeId.next();
        transactions.executeWithoutResult(_ -> {
            db.insertInto(NOTICE)
                    .set(new NoticeRecord(id.value(), access.user().value(), kind, name, words, about == null ? null : about.value(), clock.instant()))
                    .execute();
            db.batchInsert(to.stream().map(user -> new NoticeToRecord(id.value(), user.value(), null)).toList()).execute();
            to.forEach(user -> live.publish(LiveEvent.ofUser("notice.sent", user, Map.of("id", id))));
        });
        return id;
    }

    @Override
    public List<Notice> unread(Access access) {
        var rows = db.select(NOTICE.fields()).from(NOTICE).join(NOTICE_TO).on(NOTICE_TO.NOTICE_ID.eq(NOTICE.ID))
                .where(NOTICE_TO.USER_ID.eq(access.user().value())).and(NOTICE_TO.READ_AT.isNull())
                .orderBy(NOTICE.SENT_AT, NOTICE.ID)
                .limit(MOST)
                .fetchInto(NOTICE);
        Map<UserId, String> names = people.names(rows.map(row -> new UserId(row.getById())));
        return rows.map(row -> new Notice(
                new NoticeId(row.getId()), names.getOrDefault(new UserId(row.getById()), ""), row.getToKind(), row.getToName(), row.getWords(),
                row.getConversationId() == null ? null : new ConversationId(row.getConversationId()), row.getSentAt()));
    }

    @Override
    public void read(Access access, NoticeId id) {
        transactions.executeWithoutResult(_ -> {
            int read = db.update(NOTICE_TO).set(NOTICE_TO.READ_AT, clock.instant())
                    .where(NOTICE_TO.NOTICE_ID.eq(id.value())).and(NOTICE_TO.USER_ID.eq(access.user().value())).and(NOTICE_TO.READ_AT.isNull())
                    .execute();
            if (read == 0) return;
            live.publish(LiveEvent.ofUser("notice.read", access.user(), Map.of("id", id)));
            db.select(NOTICE.BY_ID).from(NOTICE).where(NOTICE.ID.eq(id.value())).fetchOptional(NOTICE.BY_ID)
                    .ifPresent(by -> live.publish(LiveEvent.ofUser("notice.read", new UserId(by), Map.of("id", id))));
        });
    }

    @Override
    public List<Sent> sent(Access access) {
        Instant since = clock.instant().minus(SHOWN);
        var rows = db.selectFrom(NOTICE)
                .where(NOTICE.BY_ID.eq(access.user().value())).and(NOTICE.TO_KIND.ne("coach")).and(NOTICE.SENT_AT.gt(since))
                .orderBy(NOTICE.SENT_AT.desc(), NOTICE.ID).limit(MOST).fetch();
        Map<UUID, List<NoticeToRecord>> to = db.selectFrom(NOTICE_TO).where(NOTICE_TO.NOTICE_ID.in(rows.map(NoticeRecord::getId)))
                .fetchGroups(NOTICE_TO.NOTICE_ID, row -> row);
        Map<UserId, String> names = people.names(to.values().stream().flatMap(List::stream).map(each -> new UserId(each.getUserId())).distinct().toList());
        return rows.map(row -> {
            List<NoticeToRecord> readers = to.getOrDefault(row.getId(), List.of());
            return new Sent(new NoticeId(row.getId()), row.getToKind(), row.getToName(), row.getWords(), row.getSentAt(), readers.size(),
                    readers.stream().filter(each -> each.getReadAt() == null).map(each -> names.getOrDefault(new UserId(each.getUserId()), "")).sorted().toList());
        });
    }

    @Override
    public List<Team> teams(Access access) {
        access.require(Permission.CONTACTS_ASSIGN);
        return people.teams().stream()
                .filter(team -> !team.archived() && (access.partner().isEmpty() || access.partner().equals(team.partner())))
                .map(team -> new Team(team.id(), team.name()))
                .toList();
    }
}
