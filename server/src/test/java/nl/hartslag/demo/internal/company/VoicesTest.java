package nl.hartslag.demo.internal.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoicesTest {
    private static final List<String> SUBJECTS = List.of("kettle-fault", "delivery-late", "delivery-where", "delivery-damaged",
            "return-how", "return-refund", "product-question", "product-fault", "order-change", "payment-invoice", "other");
    private final Company company = Company.read();
    private int variant;
    private final List<Shopper> shoppers = Shoppers.of(company, 200);

    @Test
    void everySubjectCanBeSpokenOfInBothLanguagesAndEveryMood() {
        Voices voices = new Voices(new Dice(3));
        for (Shopper shopper : shoppers) {
            for (String subject : SUBJECTS) {
                for (String mood : List.of("friendly", "neutral", "upset")) {
                    Occasion occasion = occasion(shopper, subject, mood);
                    assertThat(List.of(voices.mailSubject(occasion), voices.mail(occasion), voices.chatQuestion(occasion),
                                    voices.answer(occasion, "Lotte Claes"), voices.chatAnswer(occasion, "Lotte Claes"),
                                    voices.why(occasion, 2, "Lotte Claes"), voices.why(occasion, 8, "Lotte Claes"),
                                    voices.why(occasion, 10, "Lotte Claes")))
                            .noneMatch(text -> text.isBlank() || text.contains("{") || text.contains("}"));
                }
            }
        }
    }

    @Test
    void hardlyTwoMailsAreTheSame() {
        Voices voices = new Voices(new Dice(4));
        Set<String> mails = new HashSet<>();
        for (int i = 0; i < 1000; i++) mails.add(voices.mail(occasion(shoppers.get(7), "delivery-late", "neutral")));
        assertThat(mails).hasSizeGreaterThan(900);
    }

    @Test
    void theSameSeedGivesTheSameCustomers() {
        assertThat(Shoppers.of(company, 200)).isEqualTo(shoppers);
        assertThat(shoppers).extracting(Shopper::email).doesNotHaveDuplicates();
    }

    @Test
    void fortyPeopleWorkThereInAllRolesAndEveryQueueHasSomeoneWhoFits() {
        assertThat(company.people()).hasSize(40);
        assertThat(company.people()).extracting(Company.Person::role).contains("agent", "senior", "team-leader",
                "supervisor", "evaluator", "planner", "editor", "bot-builder", "department-member", "manager", "director",
                "partner-manager", "privacy-officer", "administrator");
        for (Company.Queue queue : company.queues()) {
            assertThat(company.people()).as(queue.name())
                    .anyMatch(person -> person.answersCustomers() && person.fits(queue) && person.partner().equals(queue.partner()));
        }
    }

    private Occasion occasion(Shopper shopper, String subject, String mood) {
        return new Occasion(shopper, company.brand(shopper.brand()), shopper.orders().getFirst(), subject, mood,
                LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 9), 4, variant++);
    }
}
