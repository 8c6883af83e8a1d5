package nl.hartslag.contacts.internal.imports;

import java.util.List;
import nl.hartslag.contacts.ContactsImport;
import nl.hartslag.contacts.PastWorkStored;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.contacts.internal.ReasonWords;
import nl.hartslag.contacts.internal.RuleTable;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes imported cases table by table, a few hundred cases to a batch. */
@Component
class PastWork implements ContactsImport {
    private static final int CASES_IN_BATCH = 500;

    private final DSLContext database;
    private final RuleTable rules;
    private final ReasonWords words;
    private final ApplicationEventPublisher events;

    PastWork(DSLContext database, RuleTable rules, ReasonWords words, ApplicationEventPublisher events) {
        this.database = database;
        this.rules = rules;
        this.words = words;
        this.events = events;
    }

    @Override
    @Transactional
    public void store(List<PastCase> cases) {
        List<Rule> inUse = rules.of(cases.stream().map(each -> each.brand().value()).distinct().toList());
        for (int from = 0; from < cases.size(); from += CASES_IN_BATCH) {
            PastRows rows = new PastRows(cases.subList(from, Math.min(from + CASES_IN_BATCH, cases.size())), inUse, words);
            database.batchInsert(rows.cases).execute();
            database.batchInsert(rows.conversations).execute();
            database.batchInsert(rows.participants).execute();
            database.batchInsert(rows.contacts).execute();
            database.batchInsert(rows.messages).execute();
            database.batchInsert(rows.promises).execute();
            events.publishEvent(new PastWorkStored(
                    rows.conversations.stream().map(one -> new ConversationId(one.getId())).toList()));
        }
    }
}
