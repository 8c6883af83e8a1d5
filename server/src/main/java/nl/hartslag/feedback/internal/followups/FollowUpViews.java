package nl.hartslag.feedback.internal.followups;

import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.FollowUpOutcome;
import nl.hartslag.feedback.FollowUps.FollowUp;
import nl.hartslag.feedback.FollowUps.Person;
import nl.hartslag.feedback.internal.db.tables.records.FollowUpRecord;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FollowUpId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follow-ups with the words, names and case that belong to them. */
@Component
class FollowUpViews {
    private final DSLContext db;
    private final People people;
    private final Contacts contacts;

    FollowUpViews(DSLContext db, People people, Contacts contacts) {
        this.db = db;
        this.people = people;
        this.contacts = contacts;
    }

    List<FollowUp> of(Access access, List<FollowUpRecord> rows) {
        Map<UUID, ResponseRecord> responses = db.selectFrom(RESPONSE)
                .where(RESPONSE.ID.in(rows.stream().map(FollowUpRecord::getResponseId).toList()))
                .fetchMap(RESPONSE.ID);
        Map<UUID, String> customers = db.selectFrom(SHOWN_CUSTOMER)
                .where(SHOWN_CUSTOMER.ID.in(rows.stream()
                        .filter(row -> access.may(Permission.CUSTOMERS_VIEW, new BrandId(row.getBrandId())))
                        .map(FollowUpRecord::getCustomerId)
                        .toList()))
                .and(SHOWN_CUSTOMER.NAME.isNotNull())
                .fetchMap(SHOWN_CUSTOMER.ID, SHOWN_CUSTOMER.NAME);
        Map<UserId, String> names = people.names(named(rows, responses));
        return rows.stream().map(row -> view(access, row, responses.get(row.getResponseId()), customers, names)).toList();
    }

    private FollowUp view(
            Access access, FollowUpRecord row, ResponseRecord response, Map<UUID, String> customers, Map<UserId, String> names) {
        var about = contacts.caseOf(access, new CaseId(row.getCaseId()));
        return new FollowUp(
                new FollowUpId(row.getId()),
                new BrandId(row.getBrandId()),
                row.getState(),
                row.getVersion(),
                response.getScore(),
                response.getWhy(),
                response.getEmotion() == null ? null : Emotion.of(response.getEmotion()),
                response.getAnsweredAt(),
                new CustomerId(row.getCustomerId()),
                customers.get(row.getCustomerId()),
                new ConversationId(response.getConversationId()),
                about.number(),
                about.subject(),
                person(row.getOwnerId(), names),
                person(response.getUserId(), names),
                row.getDueAt(),
                row.getOutcome() == null ? null : FollowUpOutcome.of(row.getOutcome()),
                row.getNote(),
                row.getDoneAt(),
                person(row.getDoneBy(), names));
    }

    private static Set<UserId> named(List<FollowUpRecord> rows, Map<UUID, ResponseRecord> responses) {
        Set<UserId> ids = new HashSet<>();
        Stream.concat(
                        rows.stream().flatMap(row -> Stream.of(row.getOwnerId(), row.getDoneBy())),
                        responses.values().stream().map(ResponseRecord::getUserId))
                .filter(id -> id != null)
                .forEach(id -> ids.add(new UserId(id)));
        return ids;
    }

    private static @Nullable Person person(@Nullable UUID id, Map<UserId, String> names) {
        if (id == null) return null;
        UserId user = new UserId(id);
        return new Person(user, names.getOrDefault(user, "–"));
    }
}
