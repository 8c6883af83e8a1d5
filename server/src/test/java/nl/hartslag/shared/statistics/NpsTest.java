package nl.hartslag.shared.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpsTest {
    private static final Offset<Double> FOUR_DECIMALS = within(0.00005);

    @Test
    void scoresTheWorkedExample() {
        Nps nps = Nps.of(new ScoreCounts(24, 41, 72)).orElseThrow();
        assertThat(nps.n()).isEqualTo(137);
        assertThat(nps.score()).isCloseTo(35.0365, FOUR_DECIMALS);
        assertThat(nps.variance()).isCloseTo(0.5780, FOUR_DECIMALS);
        assertThat(nps.standardError()).isCloseTo(0.0650, FOUR_DECIMALS);
        assertThat(nps.interval().low()).isCloseTo(21.6826, FOUR_DECIMALS);
        assertThat(nps.interval().high()).isCloseTo(46.8888, FOUR_DECIMALS);
    }

    @Test
    void usesTheScoreIntervalForFewAnswers() {
        Nps nps = Nps.of(new ScoreCounts(1, 1, 5)).orElseThrow();
        assertThat(nps.score()).isCloseTo(57.1429, FOUR_DECIMALS);
        assertThat(nps.interval().low()).isCloseTo(-11.3997, FOUR_DECIMALS);
        assertThat(nps.interval().high()).isCloseTo(87.8781, FOUR_DECIMALS);
    }

    @Test
    void usesTheScoreIntervalNearTheEdge() {
        ScoreCounts counts = new ScoreCounts(0, 5, 95);
        assertThat(NpsInterval.of(counts)).isEqualTo(NpsInterval.score(counts));
    }

    @Test
    void hasNoScoreWithoutAnswers() {
        assertThat(Nps.of(ScoreCounts.NONE)).isEmpty();
    }

    @Test
    void promotersAloneReachTheTopAndStillHaveAnInterval() {
        assertThat(NpsInterval.score(new ScoreCounts(0, 0, 8)).high()).isEqualTo(100);
        assertThat(NpsInterval.score(new ScoreCounts(0, 0, 8)).low()).isLessThan(100);
        assertThat(NpsInterval.score(new ScoreCounts(8, 0, 0)).low()).isEqualTo(-100);
    }

    @ParameterizedTest
    @CsvSource({"0,DETRACTOR", "6,DETRACTOR", "7,PASSIVE", "8,PASSIVE", "9,PROMOTER", "10,PROMOTER"})
    void sortsEachScoreIntoItsClass(int score, ScoreClass expected) {
        assertThat(ScoreClass.of(score)).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoScore() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreCounts.ofScores(List.of(5, 11)));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreCounts.ofScores(List.of(-1)));
    }

    @ParameterizedTest
    @CsvSource({"0,NOTHING", "1,COUNT_ONLY", "4,COUNT_ONLY", "5,COUNTS", "9,COUNTS", "10,SCORE", "500,SCORE"})
    void showsNoMoreThanTheNumberOfAnswersAllows(long n, Disclosure expected) {
        assertThat(Disclosure.of(n)).isEqualTo(expected);
    }

    @Test
    void tellsADifferenceAsTheWorkedExampleDoes() {
        NpsDifference difference =
                NpsDifference.of(new ScoreCounts(24, 41, 72), new ScoreCounts(33, 38, 51)).orElseThrow();
        assertThat(difference.raw()).isCloseTo(20.2824, FOUR_DECIMALS);
        assertThat(difference.adjusted()).isCloseTo(19.8857, FOUR_DECIMALS);
        assertThat(difference.standardError()).isCloseTo(0.0972, FOUR_DECIMALS);
        assertThat(difference.z()).isCloseTo(2.0466, FOUR_DECIMALS);
        assertThat(difference.p()).isCloseTo(0.0407, FOUR_DECIMALS);
        assertThat(difference.interval().low()).isCloseTo(0.8418, FOUR_DECIMALS);
        assertThat(difference.interval().high()).isCloseTo(38.9296, FOUR_DECIMALS);
        assertThat(difference.significant()).isTrue();
    }

    @Test
    void saysWhatCouldHaveBeenDetected() {
        assertThat(NpsDifference.detectable(45, 0.62, 60, 0.58)).isCloseTo(41.6702, FOUR_DECIMALS);
        assertThat(NpsDifference.of(ScoreCounts.NONE, new ScoreCounts(1, 1, 1))).isEmpty();
    }
}
