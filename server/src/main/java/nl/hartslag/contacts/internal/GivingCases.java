package nl.hartslag.contacts.internal;

import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Who may give a case to which department. */
@Component
class GivingCases {
    private final Organisation organisation;
    private final People people;
    private final Handling handling;

    GivingCases(Organisation organisation, People people, Handling handling) {
        this.organisation = organisation;
        this.people = people;
        this.handling = handling;
    }

    /** What a colleague has in hand is his to give, or of who divides the work. */
    void check(Access access, ContactRecord contact, DepartmentId department) {
        BrandId brand = new BrandId(contact.getBrandId());
        boolean someoneElses = contact.getState().equals("assigned") && !access.user().value().equals(contact.getAssignedTo());
        if (someoneElses && !access.may(Permission.CONTACTS_ASSIGN, brand)) throw Problem.of("contacts/not-yours", 403);
        handling.mayTake(access, contact);
        check(access, brand, department);
    }

    void check(Access access, BrandId brand, DepartmentId department) {
        if (!canBeGiven(access, brand, department)) throw Problem.invalid("department", "nobody-answers-customers");
    }

    /** Whether somebody could write to the customer here; by mail nobody can. */
    boolean canBeGiven(Access access, BrandId brand, DepartmentId department) {
        return organisation.membersOf(department).stream().anyMatch(member -> answers(access, brand, member));
    }

    private boolean answers(Access access, BrandId brand, UserId member) {
        return people.access(member)
                .filter(his -> his.may(Permission.CONSULTS_ANSWER, brand))
                .filter(his -> his.partner().isEmpty() || his.partner().equals(access.partner()))
                .isPresent();
    }
}
