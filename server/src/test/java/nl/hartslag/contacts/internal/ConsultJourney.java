package nl.hartslag.contacts.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Noor has a letter in hand; Finn answers for finance in four hours, Loes for logistics in two. */
@HartslagTest
@Import(Work.class)
abstract class ConsultJourney {
    @Autowired Consults consults;
    @Autowired Consulting consulting;
    @Autowired Contacts contacts;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transactions;
    BrandId brand;
    ReasonId reason;
    Access noor;
    Access finn;
    Access loes;
    DepartmentId finance;
    DepartmentId logistics;
    Work.Letter shopper;
    Received letter;

    @BeforeEach
    void twoDepartmentsAndALetterInHand() {
        clock.stopAt(Instant.now());
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        finn = work.someone(brand, Role.DEPARTMENT_MEMBER);
        loes = work.someone(brand, Role.DEPARTMENT_MEMBER);
        finance = department("Financiën", 240, finn);
        logistics = department("Logistiek", 120, loes);
        shopper = work.aLetter(brand);
        letter = shopper.arrives();
        contacts.take(noor, letter.contact());
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    DepartmentId department(String name, int minutes, Access... members) {
        return organisation.createDepartment(Accesses.administrator(), new DepartmentDraft(name, name, 0, false, minutes, null, users(members)));
    }

    /** These people answer for finance from now on. */
    void financeIs(Access... members) {
        organisation.changeDepartment(Accesses.administrator(), finance, new DepartmentDraft("Financiën", "Finance", 0, false, 240, null, users(members)));
    }

    private static List<UserId> users(Access... members) {
        return List.of(members).stream().map(Access::user).toList();
    }

    /** As its timer does when it is due. */
    void fire(ConsultId id, Instant at) {
        transactions.executeWithoutResult(_ -> consulting.fire(new DueTimer("contacts.consult-late", id.toString(), at,
                Map.of("conversation", letter.conversation().toString()))));
    }

    ConsultView of(ConsultId id) {
        return consults.ofCase(noor, letter.caseId()).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    List<String> said(String direction) {
        return contacts.messages(noor, letter.conversation(), 0, 50).stream().filter(one -> one.direction().equals(direction)).map(MessageView::text).toList();
    }
}
