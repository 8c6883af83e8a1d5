package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.time.Clock;
import java.util.List;
import nl.hartslag.contacts.GivenPromises.Usual;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.rules.UsualPromises;
import nl.hartslag.organisation.Organisation.BusinessTime;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What is promised most in a conversation, in the time in which the rules promise there. */
@Component
class UsualHere {
    private final DSLContext db;
    private final Scope scope;
    private final Conversations conversations;
    private final RuleBook rules;
    private final Clock clock;

    UsualHere(DSLContext db, Scope scope, Conversations conversations, RuleBook rules, Clock clock) {
        this.db = db;
        this.scope = scope;
        this.conversations = conversations;
        this.rules = rules;
        this.clock = clock;
    }

    List<Usual> of(Access access, ConversationId id) {
        access.require(Permission.CONTACTS_HANDLE);
        ConversationRecord conversation = db.selectFrom(CONVERSATION).where(CONVERSATION.ID.eq(id.value())).fetchOptional()
                .orElseThrow(() -> Problem.notFound("contacts"));
        scope.check(access, conversation);
        access.require(Permission.CONTACTS_HANDLE, new BrandId(conversation.getBrandId()));
        BusinessTime time = rules.time(conversations.lastContact(id).orElseThrow());
        return new UsualPromises(time.zone(), time::on).at(clock.instant());
    }
}
