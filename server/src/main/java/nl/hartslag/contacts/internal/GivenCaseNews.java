package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONSULT;

import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DepartmentId;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A department that was given a case hears what is written in it meanwhile, by the customer or to him. */
@Component
class GivenCaseNews {
    private final DSLContext db;
    private final Organisation organisation;
    private final LiveStream live;

    GivenCaseNews(DSLContext db, Organisation organisation, LiveStream live) {
        this.db = db;
        this.organisation = organisation;
        this.live = live;
    }

    @EventListener
    void written(MessageWritten message) {
        // nothing was given yet in what only begins
        if (message.seq() <= 1 || message.direction().equals("note") || message.direction().equals("event")) return;
        db.selectFrom(CONSULT)
                .where(CONSULT.CONVERSATION_ID.eq(message.conversation().value()))
                .and(CONSULT.ANSWERS_CUSTOMER)
                .and(Consulting.ASKED)
                .forEach(consult -> tell(consult, message.direction().equals("in")));
    }

    private void tell(ConsultRecord consult, boolean customer) {
        Map<String, ?> payload = Map.of("consult", consult.getId(), "customer", customer);
        organisation.membersOf(new DepartmentId(consult.getDepartmentId())).forEach(member -> live.publish(new LiveEvent("consult.written",
                Optional.of(new BrandId(consult.getBrandId())), Optional.empty(), Optional.of(Permission.CONSULTS_ANSWER), Optional.of(member), payload)));
    }
}
