package nl.hartslag.contacts.internal;

import java.util.Objects;
import java.util.UUID;
import nl.hartslag.contacts.ForWhom;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.customers.AccountPeople;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.PartnerReach;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ForWhomService implements ForWhom {
    private final DSLContext db;
    private final CaseRows rows;
    private final CaseFor caseFor;
    private final Customers customers;
    private final AccountPeople accounts;
    private final PartnerReach reach;
    private final EventLines lines;
    private final CaseNews news;

    ForWhomService(DSLContext db, CaseRows rows, CaseFor caseFor, Customers customers, AccountPeople accounts, PartnerReach reach, EventLines lines, CaseNews news) {
        this.db = db;
        this.rows = rows;
        this.caseFor = caseFor;
        this.customers = customers;
        this.accounts = accounts;
        this.reach = reach;
        this.lines = lines;
        this.news = news;
    }

    @Override
    public void set(Access access, CaseId id, Choice choice) {
        rows.seen(access, id, Permission.CONTACTS_HANDLE);
        CaseRows.Held held = rows.hold(id);
        CasesRecord row = held.caseOf(id);
        if (row.getState().equals("merged")) throw Problem.of("cases/merged", 409).with("number", row.getNumber());
        if (!rows.stands(row)) throw Problem.of("contacts/erased", 409);
        if (choice.newcomer() == null && Objects.equals(Rows.value(choice.customer()), row.getForCustomerId())) return;
        if (choice.customer() != null) check(access, row, choice.customer());
        if (!Objects.equals(Rows.value(choice.was()), row.getForCustomerId())) throw Problem.of("cases/for-changed", 409);
        UUID wanted = choice.newcomer() == null ? Rows.value(choice.customer()) : introduced(access, row, choice.newcomer());
        caseFor.write(access, row.getId(), row.getForCustomerId(), wanted);
        row.setForCustomerId(wanted);
        row.update();
        if (wanted != null && row.getCustomerId() != null) accounts.boughtThrough(access, new CustomerId(row.getCustomerId()), new CustomerId(wanted));
        held.conversations().values().stream()
                .filter(conversation -> conversation.getCaseId().equals(row.getId()) && conversation.getErasedAt() == null)
                .forEach(conversation -> lines.done(new ConversationId(conversation.getId()), access, null, wanted == null ? "case.for-himself" : "case.for-other"));
        news.changed(access, row);
    }

    private UUID introduced(Access access, CasesRecord row, Newcomer newcomer) {
        if (row.getCustomerId() == null) throw Problem.invalid("newcomer", "unknown");
        return accounts.introducedBy(access, new CustomerId(row.getCustomerId()), newcomer.name(), newcomer.address()).value();
    }

    private void check(Access access, CasesRecord row, CustomerId wanted) {
        if (wanted.value().equals(row.getCustomerId())) throw Problem.invalid("customer", "same-customer");
        boolean known = customers.customer(wanted).filter(one -> one.brand().value().equals(row.getBrandId())).isPresent() && sees(access, wanted) && customers.stays(wanted);
        if (!known) throw Problem.invalid("customer", "unknown");
    }

    private boolean sees(Access access, CustomerId wanted) {
        return access.partner().map(partner -> db.fetchExists(DSL.selectOne().where(reach.reaches(partner, DSL.val(wanted.value()))))).orElse(true);
    }
}
