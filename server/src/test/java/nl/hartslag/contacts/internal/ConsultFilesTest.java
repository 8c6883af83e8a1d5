package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults.CustomerAnswer;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UploadId;
import org.junit.jupiter.api.Test;

/** Files that a department sends along with its answer. */
class ConsultFilesTest extends ConsultJourney {
    @Test
    void standBesideTheAnswerAndInTheThreadForWhoAsked() throws IOException {
        ConsultId id = ask(false);
        UploadId bill = uploaded(finn, id, "nota.txt");
        consults.answer(finn, id, "Zie de nota", List.of(bill));
        consults.answer(finn, id, "Zie de nota", List.of(bill));
        assertThat(of(id).files()).extracting(AttachmentView::name, AttachmentView::type).containsExactly(tuple("nota.txt", "text/plain"));
        assertThat(contacts.messages(noor, letter.conversation(), 0, 50).getLast().attachments()).isEqualTo(of(id).files());
        assertThat(read(contacts.attachment(noor, file(id)))).isEqualTo("nota.txt");
    }

    @Test
    void areReadByWhoMayReadTheConversationAndByTheDepartmentThatSentThemOnly() throws IOException {
        ConsultId id = ask(false);
        consults.answer(finn, id, "Zie de nota", List.of(uploaded(finn, id, "nota.txt")));
        AttachmentId file = file(id);
        assertThat(read(consults.file(finn, id, file))).isEqualTo("nota.txt");
        assertThat(consults.asked(finn, true, null, 10).items()).extracting(ConsultView::files).containsExactly(of(id).files());
        refused("consults/not-found", () -> consults.file(loes, id, file));
        Access elsewhere = Access.everywhere(finn.user(), "Finn", "nl", Set.of(Permission.CONSULTS_ANSWER), Set.of(brand), Set.of(), Optional.of(PartnerId.next()));
        refused("consults/not-found", () -> consults.file(elsewhere, id, file));
        Access other = Access.everywhere(noor.user(), "Noor", "nl", Set.of(Permission.CONTACTS_VIEW), Set.of(brand), Set.of(), Optional.of(PartnerId.next()));
        refused("contacts/not-found", () -> contacts.attachment(other, file));
    }

    @Test
    void goToTheCustomerWithAnAnswerToHim() {
        ConsultId id = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Help hem", false, "k", null, null, true));
        int seen = contacts.conversation(noor, letter.conversation()).lastSeq();
        consults.answerCustomer(finn, id, new CustomerAnswer("Zie de nota", seen, "a", false, List.of(uploaded(finn, id, "nota.txt"))));
        assertThat(contacts.messagesForCustomer(letter.conversation(), 0, 10).getLast().attachments()).extracting(AttachmentView::name).containsExactly("nota.txt");
        assertThat(of(id).files()).isEmpty();
    }

    @Test
    void areTakenOnceOfWhoUploadedThemAndForWhatIsAsked() {
        ConsultId id = ask(true);
        refused("consults/not-found", () -> uploaded(loes, id, "nota.txt"));
        refusedAt("file", "empty-file", () -> consults.upload(finn, id, "leeg.txt", new byte[0]));
        refused("blobs/too-large", () -> consults.upload(finn, id, "groot.bin", new byte[Uploads.LARGEST + 1]));
        UploadId his = uploaded(finn, id, "nota.txt");
        Access colleague = work.someone(brand, Role.DEPARTMENT_MEMBER);
        financeIs(finn, colleague);
        refusedAt("uploads", "unknown", () -> consults.answer(colleague, id, "Zie de nota", List.of(his)));
        assertThat(of(id).state()).isEqualTo("open");
        consults.answer(finn, id, "Zie de nota", List.of(his));
        refused("consults/settled", () -> uploaded(finn, id, "te laat.txt"));
    }

    private ConsultId ask(boolean shares) {
        return consults.ask(noor, letter.conversation(), new NewConsult(finance, "Hoe hoog is de nota?", shares, "k"));
    }

    /** Its content is its name. */
    private UploadId uploaded(Access by, ConsultId id, String name) {
        return consults.upload(by, id, name, name.getBytes(StandardCharsets.UTF_8));
    }

    private AttachmentId file(ConsultId id) {
        return of(id).files().getFirst().id();
    }

    private static String read(AttachmentContent content) throws IOException {
        try (InputStream bytes = content.bytes()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
