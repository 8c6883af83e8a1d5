package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.hartslag.channels.Outbox.SentDetail;
import nl.hartslag.contacts.ConsultStep;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults.Decision;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Consults.Passing;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.DepartmentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a department does by mail besides answering, and what it hears by mail of what others did. */
class ConsultTurnsByMailTest extends ConsultMailJourney {
    private static final String LIESBETH = "Liesbeth de Boer <liesbeth.deboer@kantoor.example>";
    @Autowired Organisation brands;
    private String other;
    private DepartmentId logistics;

    @BeforeEach
    void anotherDepartmentWithAnAddress() {
        other = "logistiek-" + unique + "@pakhuis.example";
        logistics = organisation.createDepartment(access, new DepartmentDraft("Logistiek", "Logistics", 0, false, 240, null, List.of(), other, null, null));
    }

    @Test
    void acceptsASoonerTime() throws IOException {
        ConsultId id = askSooner();
        assertThat(question().text()).contains("Eerder: ja", "Tegenvraag:", "Meer tijd:");
        Instant wanted = of(id).agreement().wantedAt();
        answers(LIESBETH, "Eerder: ja\n\nIk zoek het vanmiddag uit.\n\n> Is het geld al weg?", "een");
        assertThat(told(2).text()).startsWith("Afgesproken").contains("Is het geld al weg?");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::dueAt, ConsultView::answer).containsExactly("open", wanted, null);
        assertThat(of(id).agreement()).extracting("agreed", "wantedAt").containsExactly("sooner", null);
        assertThat(of(id).firstSeenAt()).isNotNull();
        assertThat(steps(id)).extracting(ConsultStep::kind, ConsultStep::byName).endsWith(tuple("sooner_accepted", "Liesbeth de Boer"));
        assertThat(said("event")).contains("consult.sooner-accepted Financiën").doesNotContain("consult.mailed Financiën");
        assertThat(note("Eerder: ja\n\nIk zoek het vanmiddag uit.").authorName()).isEqualTo("Liesbeth de Boer");
    }

    @Test
    void declinesASoonerTimeOnceHoweverOftenTheMailComes() throws IOException {
        ConsultId id = askSooner();
        answers(department, "Eerder: nee", "een");
        send("x@kantoor.example", reply(department, "Eerder: nee", "een").with("Received", "from another way"), replyTo());
        settled(3);
        assertThat(of(id).agreement()).extracting("agreed", "wantedAt").containsExactly("usual", null);
        assertThat(steps(id)).extracting(ConsultStep::kind).containsExactly("sooner", "sooner_declined");
        assertThat(told(2).text()).startsWith("Het blijft zoals het was");
        answers(department, "Eerder: ja", "twee");
        assertThat(told(3).text()).contains("niet meer om een eerdere tijd");
        assertThat(of(id).agreement().agreed()).isEqualTo("usual");
    }

    @Test
    void asksBackAndGetsTheAnswer() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        answers(LIESBETH, "Tegenvraag: welke rekening?", "een");
        settled(2);
        assertThat(of(id).state()).isEqualTo("returned");
        assertThat(steps(id)).extracting(ConsultStep::kind, ConsultStep::byName, ConsultStep::words).containsExactly(tuple("asked_back", "Liesbeth de Boer", "welke rekening?"));
        answers(LIESBETH, "Meer tijd: morgen 23:00 want ik wacht", "twee");
        assertThat(told(2).text()).contains("Op je vorige tegenvraag is nog geen antwoord");
        consults.tell(access, id, new Words("Die op 33", "t"));
        assertThat(told(3).text()).contains("Die op 33", "Tegenvraag:");
        assertThat(of(id).state()).isEqualTo("open");
    }

    @Test
    void asksForMoreTimeAndHearsHowThatEnded() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        Instant first = later(id, 2);
        answers(department, "Meer tijd: " + written(first) + " de bank is dicht", "een");
        settled(2);
        assertThat(of(id).agreement()).extracting("wantedAt", "wantedBy", "wantedWhy").containsExactly(first, "department", "de bank is dicht");
        consults.decideMoreTime(access, id, new Decision(false, first, "d1"));
        assertThat(told(2).text()).startsWith("Test kan geen meer tijd geven");
        Instant second = later(id, 3);
        answers(department, "Meer tijd: " + written(second) + "\nDe bank is nog dicht", "twee");
        settled(3);
        consults.decideMoreTime(access, id, new Decision(true, second, "d2"));
        assertThat(told(3).text()).startsWith("Test geeft meer tijd");
        assertThat(of(id).dueAt()).isEqualTo(second);
        assertThat(told(3).headers()).anyMatch(header -> header.name().equals("Auto-Submitted"));
    }

    @Test
    void whatCannotBeReadIsSentBackAndNothingIsLost() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        answers(LIESBETH, "Meer tijd: 31-2-2027 15:00 de bank is dicht", "een");
        SentDetail back = told(2);
        assertThat(back.text()).startsWith("We konden niet lezen tot wanneer").contains("Is het geld al weg?", "Meer tijd:");
        assertThat(back.mail().recipients()).containsExactly(department);
        assertThat(of(id).state()).isEqualTo("open");
        assertThat(steps(id)).extracting(ConsultStep::kind, ConsultStep::words).containsExactly(tuple("unread", "Meer tijd: 31-2-2027 15:00 de bank is dicht"));
        assertThat(said("event")).contains("consult.unread Financiën");
        answers(LIESBETH, "Meer tijd: 1-1-2020 15:00 de bank is dicht", "twee");
        assertThat(told(3).text()).contains("al voorbij");
        answers(LIESBETH, "Meer tijd: gisteren", "drie");
        told(4);
        answers(LIESBETH, "Meer tijd: ooit", "vier");
        answers(LIESBETH, "Gisteren overgemaakt", "vijf");
        settled(6);
        assertThat(steps(id)).hasSize(4);
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::answer).containsExactly("answered", "Gisteren overgemaakt");
        assertThat(sentTo(department)).as("mail that comes back for ever is not answered for ever").hasSize(4);
    }

    @Test
    void aMachineAndAStrangerDoNothing() throws IOException {
        ConsultId id = askSooner();
        send(department, reply(department, "Eerder: ja", "weg").with("Auto-Submitted", "auto-replied"), replyTo());
        send("vreemd@buiten.example", reply("Vreemd <vreemd@buiten.example>", "Eerder: ja", "een"), replyTo());
        settled(3);
        assertThat(of(id).agreement().wantedBy()).isEqualTo("asker");
        assertThat(steps(id)).extracting(ConsultStep::kind).containsExactly("sooner");
        assertThat(said("event")).contains("consult.automatic Financiën");
        assertThat(sentTo(department)).hasSize(1);
    }

    @Test
    void aDepartmentThatPassedItOnDecidesNothingAnyMore() throws IOException {
        ConsultId id = askSooner();
        String first = replyTo();
        consults.pass(liesbeth, id, new Passing(logistics, "Van jullie", true, "p"));
        assertThat(told(2).text()).contains("aan een andere afdeling doorgegeven");
        send("x@kantoor.example", reply(department, "Eerder: ja", "een"), first);
        settled(2);
        assertThat(of(id).agreement().agreed()).isEqualTo("usual");
        assertThat(said("event")).contains("consult.added Logistiek");
    }

    @Test
    void hearsThatAColleagueAnsweredInHartslagOrSaidYes() {
        ConsultId id = askSooner();
        question();
        consults.decideSooner(liesbeth, id, new Decision(true, of(id).agreement().wantedAt(), "d"));
        assertThat(told(2).text()).startsWith("Afgesproken");
        consults.answer(liesbeth, id, "Gisteren overgemaakt");
        assertThat(told(3).text()).startsWith("Liesbeth heeft de vraag hieronder in Hartslag beantwoord");
    }

    @Test
    void theConversationGoesAlongByMailOnlyWhenWhoPassesItOnSaysSo() {
        ConsultId silent = ask("Waar is het?", true);
        consults.pass(liesbeth, silent, new Passing(logistics, "Van jullie", false, "p"));
        assertThat(passedMail(1).text()).contains("Waar is het?").doesNotContain("waar blijft mijn pakket?");
        assertThat(passedMail(1).mail().subject()).doesNotContain("pakket");
        assertThat(of(silent).sharesConversation()).isFalse();
        ConsultId told = ask("En deze?", true);
        consults.pass(liesbeth, told, new Passing(logistics, "Van jullie", false, "p", true));
        assertThat(passedMail(2).text()).contains("waar blijft mijn pakket?");
        ConsultId closed = ask("Alleen dit", false);
        refusedAt("sharesConversation", "not-shared", () -> consults.pass(liesbeth, closed, new Passing(logistics, "Van jullie", false, "p", true)));
    }

    private ConsultId askSooner() {
        Instant usual = consults.departments(access, brandOf()).stream().filter(one -> one.id().equals(finance)).findFirst().orElseThrow().dueNow();
        return consults.ask(access, conversation, new NewConsult(finance, "Is het geld al weg?", false, "k", usual.minusSeconds(3600), "Hij wacht aan de balie."));
    }

    /** What the department was sent as the n-th mail. */
    private SentDetail told(int n) {
        return outbox.mail(access, eventually(() -> sentTo(department), mails -> mails.size() == n).getFirst().id());
    }

    private SentDetail passedMail(int n) {
        return outbox.mail(access, eventually(() -> sentTo(other), mails -> mails.size() == n).getFirst().id());
    }

    private List<ConsultStep> steps(ConsultId id) {
        return of(id).steps();
    }

    private Instant later(ConsultId id, int hours) {
        return of(id).dueAt().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    }

    private String written(Instant at) {
        return DateTimeFormatter.ofPattern("d-M-yyyy HH:mm").format(at.atZone(brands.brand(brandOf()).zone()));
    }
}
