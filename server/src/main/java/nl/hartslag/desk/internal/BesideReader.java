package nl.hartslag.desk.internal;

import static nl.hartslag.feedback.shown.Tables.SHOWN_RESPONSE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.customers.Customers;
import nl.hartslag.desk.OpenConversation.Beside;
import nl.hartslag.desk.OpenConversation.EarlierContact;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The customer beside the thread: who, orders, earlier contacts and what he thought of them. */
@Component
class BesideReader {
    private static final int MOST_HISTORY = 25;

    private final DSLContext database;
    private final Contacts contacts;
    private final Customers customers;
    private final People people;

    BesideReader(DSLContext database, Contacts contacts, Customers customers, People people) {
        this.database = database;
        this.contacts = contacts;
        this.customers = customers;
        this.people = people;
    }

    Beside read(Access access, CustomerId id) {
        var customer = customers.open(access, id);
        return new Beside(customer, customers.identitiesShown(access, id), customers.orders(id), history(customers.together(id), contacts.history(access, id, null, MOST_HISTORY).items()));
    }

    private List<EarlierContact> history(List<CustomerId> cards, List<ContactView> past) {
        var answers = answers(past);
        var names = people.names(past.stream()
                .map(one -> Optional.ofNullable(one.endedBy()).orElse(one.assignedTo()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return past.stream().map(one -> {
            var who = Optional.ofNullable(one.endedBy()).orElse(one.assignedTo());
            // how the reseller found it is not the word of his customer
            var answer = cards.contains(one.customer()) ? answers.get(one.id()) : null;
            return new EarlierContact(one.id(), one.conversation(), one.caseId(), one.caseNumber(), one.medium(), one.kind(), one.subject(),
                    one.reason(), one.state(), one.openedAt(), one.comesBackAt(), who == null ? null : names.get(who),
                    answer == null ? null : answer.score(), answer == null ? null : answer.why(), one.spans());
        }).toList();
    }

    private record Answer(int score, String why) {}

    private Map<ContactId, Answer> answers(List<ContactView> past) {
        return database.select(SHOWN_RESPONSE.CONTACT_ID, SHOWN_RESPONSE.SCORE, SHOWN_RESPONSE.WHY)
                .from(SHOWN_RESPONSE)
                .where(SHOWN_RESPONSE.CONTACT_ID.in(RowLists.values(past.stream().map(ContactView::id).toList())))
                .fetchMap(
                        row -> new ContactId(row.get(SHOWN_RESPONSE.CONTACT_ID)),
                        row -> new Answer(row.get(SHOWN_RESPONSE.SCORE).intValue(), row.get(SHOWN_RESPONSE.WHY)));
    }
}
