package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Written;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a text block left to be filled in. */
@HartslagTest
@Import(Work.class)
class BlanksTest {
    @Autowired Contacts contacts;
    @Autowired Work work;
    private Access noor;
    private Received received;

    @BeforeEach
    void aLetter() {
        var brand = work.aBrand();
        noor = work.anAgent(brand);
        received = work.aLetter(brand).arrives();
    }

    @Test
    void neverGoesToACustomer() {
        refused("contacts/blank-left", () -> answer("Je krijgt ⟦ bedrag ⟧ terug op ⟦dag⟧."));
        refusedAt("text", "blank-left", () -> answer("Je krijgt ⟦⟧ terug."));
        assertThatThrownBy(() -> answer("Je krijgt ⟦ bedrag ⟧ terug."))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.arguments()).containsEntry("blank", "bedrag"));
        assertThat(answer("Je krijgt € 10 terug.").seq()).isEqualTo(2);
    }

    @Test
    void isNoBlankWhenOnlyHalfOfItStandsThere() {
        assertThat(answer("Een haak ⟦ en\neen ⟧ op de volgende regel.").seq()).isEqualTo(2);
    }

    @Test
    void mayStandInANote() {
        assertThat(contacts.note(noor, received.conversation(), "Zoek ⟦bedrag⟧ op.", UUID.randomUUID().toString()).seq()).isEqualTo(2);
    }

    private Written answer(String text) {
        return contacts.reply(noor, received.conversation(), new Reply(text, List.of(), 1, UUID.randomUUID().toString(), false));
    }
}
