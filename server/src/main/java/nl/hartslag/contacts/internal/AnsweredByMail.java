package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONSULT;
import static nl.hartslag.contacts.internal.db.Tables.CONSULT_STEP;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Department;
import nl.hartslag.people.People;
import nl.hartslag.people.People.User;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.MailProviders;
import nl.hartslag.shared.MessageId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Whether a mail is the answer of a department: it names the question, by our signed address or the number of our mail, which only who got
 * that mail knows, and it comes from the department.
 */
@Component
class AnsweredByMail {
    private final DSLContext db;
    private final Organisation organisation;
    private final People people;
    private final ConsultSteps steps;

    AnsweredByMail(DSLContext db, Organisation organisation, People people, ConsultSteps steps) {
        this.db = db;
        this.organisation = organisation;
        this.people = people;
        this.steps = steps;
    }

    /** @param named what a signed address of ours names */
    Optional<ConsultRecord> question(Collection<BrandId> brands, String sender, List<MessageId> answered, Optional<UUID> named) {
        return find(named.map(CONSULT.ID::eq))
                .or(() -> find(answered.isEmpty() ? Optional.empty() : Optional.of(ofMail(answered.stream().map(MessageId::value).toList()))))
                .filter(consult -> brands.contains(new BrandId(consult.getBrandId())))
                .filter(consult -> isOf(new DepartmentId(consult.getDepartmentId()), sender) || handedOver(consult, sender));
    }

    /** Whether only a department writes that passed the question on. */
    boolean handedOver(ConsultRecord consult, String sender) {
        return !isOf(new DepartmentId(consult.getDepartmentId()), sender) && steps.before(consult.getId()).stream().anyMatch(before -> isOf(before, sender));
    }

    /** Also that of a department that passed it on: what it writes afterwards is still no mail of a customer. */
    private static Condition ofMail(List<UUID> messages) {
        return CONSULT.ASKED_MESSAGE.in(messages).or(CONSULT.ID.in(
                DSL.select(CONSULT_STEP.CONSULT_ID).from(CONSULT_STEP).where(CONSULT_STEP.ASKED_MESSAGE.in(messages))));
    }

    private Optional<ConsultRecord> find(Optional<Condition> which) {
        return which.flatMap(condition -> db.selectFrom(CONSULT).where(condition).limit(1).fetchOptional());
    }

    private boolean isOf(DepartmentId department, String sender) {
        String address = sender.toLowerCase(Locale.ROOT);
        return organisation.department(department).flatMap(Department::mail).filter(mail -> mail.equals(address) || sameHouse(mail, address)).isPresent()
                || person(department, sender).isPresent();
    }

    private static boolean sameHouse(String mail, String address) {
        String domain = domain(mail);
        return domain.equals(domain(address)) && !MailProviders.forEverybody(domain);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Whoever answers for the department and has this address. */
    Optional<User> person(DepartmentId department, String sender) {
        return organisation.membersOf(department).stream().flatMap(id -> people.user(id).stream())
                .filter(user -> user.active() && user.email().equalsIgnoreCase(sender)).findFirst();
    }
}
