package nl.hartslag.assistant.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.hartslag.assistant.Suggestions.LikelyReason;
import nl.hartslag.assistant.internal.ReasonModel.Of;
import nl.hartslag.shared.ReasonId;
import org.junit.jupiter.api.Test;

class ReasonModelTest {
    private static final ReasonId DELIVERY = ReasonId.next();
    private static final ReasonId REFUND = ReasonId.next();
    private static final ReasonId RARE = ReasonId.next();
    private static final Map<ReasonId, Integer> PARCEL = Map.of(DELIVERY, 14, REFUND, 2);
    private static final Map<ReasonId, Integer> MONEY = Map.of(REFUND, 11);
    private static final Map<ReasonId, Integer> RATHER = Map.of(DELIVERY, 9, REFUND, 14);
    private static final Map<ReasonId, Integer> HELLO = Map.of(DELIVERY, 12, REFUND, 12);

    @Test
    void putsTheReasonFirstWhoseContactsHadTheWordsAndSaysHowMany() {
        assertThat(model(Map.of()).likely(List.of(PARCEL, HELLO))).first().satisfies(first -> {
            assertThat(first.reason()).isEqualTo(DELIVERY);
            assertThat(first.alike()).isEqualTo(14);
            assertThat(first.confidence()).isBetween(0.6, 1.0);
        });
        assertThat(model(Map.of()).likely(List.of(MONEY, HELLO))).first().extracting(LikelyReason::reason).isEqualTo(REFUND);
    }

    @Test
    void expectsWhatItsQueueBrings() {
        double anywhere = refund(model(Map.of()).likely(List.of(RATHER)));
        double inFinance = refund(model(Map.of(REFUND, 60, DELIVERY, 2)).likely(List.of(RATHER)));
        assertThat(inFinance).isGreaterThan(anywhere);
    }

    @Test
    void saysNothingWithoutAWordItKnowsNorBeforeItSawEnough() {
        assertThat(model(Map.of()).likely(List.of())).isEmpty();
        assertThat(new ReasonModel(19, 100, Map.of(DELIVERY, new Of(19, 60)), Map.of()).likely(List.of(PARCEL))).isEmpty();
    }

    @Test
    void aWordThatStandsEverywhereIsNoGround() {
        assertThat(model(Map.of()).likely(List.of(HELLO))).isEmpty();
    }

    @Test
    void leavesOutWhatIsUnlikelyAndWhatWasHardlyEverRegistered() {
        Map<ReasonId, Integer> odd = Map.of(RARE, 2);
        assertThat(model(Map.of()).likely(List.of(odd))).noneMatch(one -> one.reason().equals(RARE));
        assertThat(model(Map.of()).likely(List.of(PARCEL, MONEY, HELLO))).allMatch(one -> one.confidence() >= ReasonModel.LEAST_CONFIDENCE && one.alike() > 0);
    }

    @Test
    void neverGivesMoreThanThreeNorMoreThanCertainty() {
        Map<ReasonId, Of> many = new HashMap<>();
        Map<ReasonId, Integer> word = new HashMap<>();
        IntStream.range(0, 6).mapToObj(number -> ReasonId.next()).forEach(reason -> {
            many.put(reason, new Of(20, 60));
            word.put(reason, 10);
            many.put(ReasonId.next(), new Of(20, 60));
        });
        List<LikelyReason> found = new ReasonModel(240, 100, many, Map.of()).likely(List.of(word));
        assertThat(found).hasSize(3);
        assertThat(found.stream().mapToDouble(LikelyReason::confidence).sum()).isLessThanOrEqualTo(1);
    }

    @Test
    void isNotSurerOfALongTextThanOfAShortOneThatSaysTheSame() {
        List<Map<ReasonId, Integer>> longer = new ArrayList<>(List.of(MONEY));
        IntStream.range(0, 40).forEach(number -> longer.add(HELLO));
        assertThat(refund(model(Map.of()).likely(longer))).isLessThan(refund(model(Map.of()).likely(List.of(MONEY))));
    }

    private static double refund(List<LikelyReason> likely) {
        return likely.stream().filter(one -> one.reason().equals(REFUND)).mapToDouble(LikelyReason::confidence).findFirst().orElse(0);
    }

    private static ReasonModel model(Map<ReasonId, Integer> queue) {
        return new ReasonModel(52, 120, Map.of(DELIVERY, new Of(25, 90), REFUND, new Of(25, 90), RARE, new Of(2, 6)), queue);
    }
}
