package nl.hartslag.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.knowledge.TalkPhases;
import nl.hartslag.knowledge.TalkPhases.Hint;
import nl.hartslag.knowledge.TalkPhases.Phase;
import nl.hartslag.knowledge.TalkPhases.Phases;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class TalkPhasesTest {
    @Autowired TalkPhases phases;
    @Autowired OrganisationSettings organisation;
    private BrandId brand;
    private Access victor;

    @BeforeEach
    void aBrand() {
        brand = organisation.createBrand(Accesses.administrator(),
                new BrandDraft("f" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#c2410c", "nl", "Europe/Amsterdam", true, "Groet", "Regards"));
        victor = Accesses.with(Permission.GUIDELINES_WRITE, brand);
    }

    @Test
    void theUsualFiveAreThereInBothLanguagesAndShownNowhere() {
        Phases usual = phases.phases(victor, brand);
        assertThat(usual.channels()).isEmpty();
        assertThat(usual.phases()).extracting(Phase::nameEn).containsExactly("Make contact", "Explore", "Set the goal", "Work it out", "Round off");
        assertThat(usual.phases()).allSatisfy(one -> assertThat(one.hints()).isNotEmpty().allSatisfy(hint -> assertThat(hint.en()).isNotBlank()));
        assertThat(phases.talk(aTalk("letters")).phases()).isEmpty();
    }

    @Test
    void theTalkMovesFreelyAndStaysWhereItIs() {
        phases.change(victor, brand, new Phases(List.of("letters"), phases.phases(victor, brand).phases(), 0));
        Situation talk = aTalk("letters");
        assertThat(phases.talk(talk)).satisfies(one -> assertThat(one.phases()).hasSize(5)).satisfies(one -> assertThat(one.now()).isNull());
        assertThat(phases.move(talk, "round-off").now()).isEqualTo("round-off");
        assertThat(phases.move(talk, "contact").now()).isEqualTo("contact");
        assertThat(phases.move(talk, "contact").now()).isEqualTo("contact");
        assertThat(phases.talk(talk).now()).isEqualTo("contact");
        assertThat(phases.move(talk, null).now()).isNull();
        assertThatThrownBy(() -> phases.move(talk, "nergens")).isInstanceOfSatisfying(Problem.class, one -> assertThat(one.fieldErrors()).containsEntry("phase", "unknown"));
        assertThat(phases.talk(aTalk("pigeon")).phases()).as("over another channel").isEmpty();
    }

    @Test
    void aBrandNamesItsOwnAndAPhaseThatIsGoneHoldsNobody() {
        phases.change(victor, brand, new Phases(List.of("letters"), phases.phases(victor, brand).phases(), 0));
        Situation talk = aTalk("letters");
        phases.move(talk, "goal");
        Phases own = phases.change(victor, brand, new Phases(List.of("letters"), List.of(new Phase("", "Begin", "Start", List.of(new Hint("Wie?", "Who?")))), 1));
        assertThat(own.phases().getFirst().key()).isNotBlank();
        assertThat(phases.talk(talk)).extracting(one -> one.phases().size(), TalkPhases.Talk::now).containsExactly(1, null);
        assertThatThrownBy(() -> phases.change(victor, brand, new Phases(List.of(), own.phases(), 1)))
                .isInstanceOfSatisfying(Problem.class, one -> assertThat(one.code()).isEqualTo("guidelines/phases-changed"));
    }

    @Test
    void namesAndHintsAreNeededInBothLanguages() {
        assertThatThrownBy(() -> phases.change(victor, brand, new Phases(List.of(), List.of(new Phase("", "Begin", "", List.of(new Hint("", "Who?")))), 0)))
                .isInstanceOfSatisfying(Problem.class, one -> assertThat(one.fieldErrors().keySet()).containsExactlyInAnyOrder("phases.0.nameEn", "phases.0.hints.0.nl"));
        assertThatThrownBy(() -> phases.change(victor, brand, new Phases(List.of(), List.of(), 0)))
                .isInstanceOfSatisfying(Problem.class, one -> assertThat(one.fieldErrors()).containsEntry("phases", "required"));
    }

    private Situation aTalk(String channel) {
        return new Situation(ContactId.next(), ConversationId.next(), brand, Optional.empty(), channel, null, null);
    }
}
