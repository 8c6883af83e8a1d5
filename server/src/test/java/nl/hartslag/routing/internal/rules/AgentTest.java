package nl.hartslag.routing.internal.rules;

import static nl.hartslag.routing.internal.rules.Rules.aQueue;
import static nl.hartslag.routing.internal.rules.Rules.anAgent;
import static nl.hartslag.routing.internal.rules.Rules.anAgentOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import org.junit.jupiter.api.Test;

class AgentTest {
    private final SkillId french = SkillId.next();

    @Test
    void fitsWithEverySkillAtItsLevel() {
        var queue = aQueue(Map.of(french, 3));
        assertThat(anAgent(Map.of(french, 3)).fits(queue)).isTrue();
        assertThat(anAgent(Map.of(french, 2)).fits(queue)).isFalse();
        assertThat(anAgent(Map.of()).fits(queue)).isFalse();
    }

    @Test
    void doesNotFitAnotherBrand() {
        var stranger = new Agent(UserId.next(), Set.of(BrandId.next()), Optional.empty(), Map.of(), Optional.empty());
        assertThat(stranger.fits(aQueue(Map.of()))).isFalse();
    }

    @Test
    void getsWorkOfHisOwnCompanyOnly() {
        var partner = PartnerId.next();
        var partnersQueue = aQueue(50, 10, Optional.of(partner), Map.of());
        assertThat(anAgentOf(partner).fits(partnersQueue)).isTrue();
        assertThat(anAgentOf(PartnerId.next()).fits(partnersQueue)).isFalse();
        assertThat(anAgentOf(partner).fits(aQueue(Map.of()))).isFalse();
        assertThat(anAgent(Map.of()).fits(partnersQueue)).isFalse();
    }

    @Test
    void ourOwnPeopleMayHelpOutAPartnerWhenTheyAskForIt() {
        var partnersQueue = aQueue(50, 10, Optional.of(PartnerId.next()), Map.of());
        assertThat(anAgent(Map.of()).mayTakeFrom(partnersQueue)).isTrue();
        assertThat(anAgentOf(PartnerId.next()).mayTakeFrom(partnersQueue)).isFalse();
    }
}
