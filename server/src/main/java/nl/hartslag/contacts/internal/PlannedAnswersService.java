package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Written;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.PlannedAnswerRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.PlannedAnswerId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PlannedAnswersService implements PlannedAnswers {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration LONGEST_TO_TAKE_BACK = Duration.ofMinutes(1);
    private final Conversations conversations;
    private final Scope scope;
    private final Reading reading;
    private final Writing writing;
    private final PlannedRows rows;
    private final AnswersLeaving leaving;
    private final PlannedNews news;
    private final SendingMoments moments;
    private final Drafts drafts;
    private final EventLines lines;
    private final People people;
    private final ContactsSettings settings;
    private final Clock clock;

    PlannedAnswersService(
            Conversations conversations, Scope scope, Reading reading, Writing writing, PlannedRows rows, AnswersLeaving leaving, PlannedNews news, SendingMoments moments,
            Drafts drafts, EventLines lines, People people, ContactsSettings settings, Clock clock) {
        this.conversations = conversations;
        this.scope = scope;
        this.reading = reading;
        this.writing = writing;
        this.rows = rows;
        this.leaving = leaving;
        this.news = news;
        this.moments = moments;
        this.drafts = drafts;
        this.lines = lines;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public OnItsWay plan(Access access, ConversationId id, Reply reply, @Nullable Instant sendAt, @Nullable Duration takeBackFor) {
        ConversationRecord conversation = writing.mayAnswer(access, id, reply);
        Optional<PlannedAnswerRecord> known = rows.byClientKey(id, reply.clientKey());
        if (known.isPresent()) return new OnItsWay(rows.view(known.get()), null);
        Optional<MessageRecord> sent = conversations.byClientKey(id, reply.clientKey());
        if (sent.isPresent()) return new OnItsWay(null, new Written(new MessageId(sent.get().getId()), sent.get().getSeq()));
        Optional<ContactRecord> contact = conversations.openContact(id).or(() -> conversations.lastContact(id));
        boolean mail = contact.isPresent() && contact.get().getMedium().equals("mail");
        if (sendAt != null) check(sendAt, mail);
        Duration span = sendAt == null ? span(takeBackFor) : Duration.ZERO;
        if (sendAt == null && (!mail || span.isZero())) return new OnItsWay(null, writing.reply(access, id, reply));
        writing.checkPlanned(access, conversation, contact.orElseThrow(), reply);
        Addressees addressees = writing.addressees(access, conversation, reply);
        Instant now = clock.instant();
        PlannedAnswerRecord row = rows.add(access, conversation, reply, addressees, sendAt != null, now, sendAt == null ? now.plus(span) : sendAt);
        leaving.plan(row);
        drafts.discard(access, id, "reply");
        news.changed(conversation);
        return new OnItsWay(rows.view(row), null);
    }

    private void check(Instant sendAt, boolean mail) {
        if (!mail) throw Problem.invalid("sendAt", "mail-only");
        if (!sendAt.isAfter(clock.instant())) throw Problem.invalid("sendAt", "past");
        if (sendAt.isAfter(clock.instant().plus(LONGEST))) throw Problem.invalid("sendAt", "days-at-most", LONGEST.toDays());
    }

    private Duration span(@Nullable Duration wanted) {
        if (wanted == null) return settings.takeBackFor();
        if (wanted.isNegative() || wanted.compareTo(LONGEST_TO_TAKE_BACK) > 0) throw Problem.invalid("takeBackSeconds", "at-most", LONGEST_TO_TAKE_BACK.toSeconds());
        return wanted;
    }

    @Override
    @Transactional
    public TakenBack takeBack(Access access, PlannedAnswerId id, boolean away) {
        ConversationRecord conversation = held(access, id);
        PlannedAnswerRecord row = rows.find(id).orElseThrow(PlannedAnswersService::notFound);
        switch (Rows.state(State.class, row.getState())) {
            case PLANNED, STOPPED -> {
                boolean wasToLeave = row.getState().equals("planned");
                rows.takenBack(row, access);
                if (wasToLeave) leaving.takenBack(conversation, row, access);
                if (!access.user().value().equals(row.getAuthorId())) {
                    lines.done(new ConversationId(conversation.getId()), access, null, (away ? "answer.thrown-away " : "answer.taken-back ") + row.getAuthorName());
                }
                news.takenBack(conversation, row, access, away);
            }
            case TAKEN_BACK -> {
                if (!access.user().value().equals(row.getSettledBy())) throw Problem.of("planned-answers/taken-back", 409).with("by", name(row));
                // thrown away by mistake
                if (!away) news.takenBack(conversation, row, access, false);
            }
            case SENT -> throw Problem.of("planned-answers/left", 409);
        }
        // also when the screen that asked is gone by now
        if (!away) drafts.putBefore(access, new ConversationId(conversation.getId()), row.getText(), row.getSeenSeq(), Addressees.orUsual(PlannedRows.addressees(row)));
        return new TakenBack(row.getText(), rows.view(row).files(), row.getSeenSeq(), PlannedRows.addressees(row));
    }

    @Override
    @Transactional
    public void sendNow(Access access, PlannedAnswerId id) {
        ConversationRecord conversation = held(access, id);
        PlannedAnswerRecord row = rows.find(id).orElseThrow(PlannedAnswersService::notFound);
        switch (Rows.state(State.class, row.getState())) {
            case PLANNED -> {
                boolean own = access.user().value().equals(row.getAuthorId());
                leaving.leave(conversation, row, own ? access : leaving.author(row), access);
                if (!own) lines.done(new ConversationId(conversation.getId()), access, null, "answer.sent-now " + row.getAuthorName());
            }
            case TAKEN_BACK -> throw Problem.of("planned-answers/taken-back", 409).with("by", name(row));
            case STOPPED -> throw Problem.of("planned-answers/stopped", 409);
            case SENT -> { }
        }
    }

    /** The conversation of an answer, held until the transaction ends, for whoever may work on it. */
    private ConversationRecord held(Access access, PlannedAnswerId id) {
        PlannedAnswerRecord row = rows.find(id).orElseThrow(PlannedAnswersService::notFound);
        ConversationRecord conversation = conversations.lock(new ConversationId(row.getConversationId()));
        if (!scope.sees(access, conversation)) throw notFound();
        access.require(Permission.CONTACTS_HANDLE, new BrandId(conversation.getBrandId()));
        return conversation;
    }

    private static Problem notFound() {
        return Problem.notFound("planned-answers");
    }

    private String name(PlannedAnswerRecord row) {
        return row.getSettledBy() == null ? "" : people.user(new UserId(row.getSettledBy())).map(People.User::name).orElse("");
    }

    @Override
    public List<PlannedAnswer> of(Access access, ConversationId conversation) {
        reading.seen(access, conversation);
        return rows.shown(conversation);
    }

    @Override
    public List<SendingMoment> moments(Access access, ConversationId conversation) {
        BrandId brand = new BrandId(reading.seen(access, conversation).getBrandId());
        access.require(Permission.CONTACTS_HANDLE, brand);
        return moments.of(brand);
    }
}
