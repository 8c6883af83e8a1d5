package nl.hartslag.feedback.internal.answers;

import static nl.hartslag.feedback.internal.db.Tables.ANSWER_DAY;
import static nl.hartslag.feedback.internal.db.Tables.CLICK;
import static nl.hartslag.feedback.internal.db.Tables.COMPLIMENT;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.Survey;
import nl.hartslag.feedback.internal.AnswerDays;
import nl.hartslag.feedback.Survey.Answer;
import nl.hartslag.feedback.Survey.View;
import nl.hartslag.feedback.internal.FeedbackWorld;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.InvitationId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(FeedbackWorld.class)
class SurveyTest {
    @Autowired
    FeedbackWorld world;

    @Autowired
    Survey survey;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private BrandId brand;
    private Access agent;
    private InvitationId invitation;

    @BeforeEach
    void aCustomerIsInvited() {
        brand = world.aBrand();
        agent = world.anAgent(brand);
        invitation = world.invited(agent, world.aCustomer(brand));
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    private int answers() {
        return world.db.fetchCount(RESPONSE, RESPONSE.INVITATION_ID.eq(invitation.value()));
    }

    private HttpResponse<String> call(String method, String token, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/s/" + token))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aScannerThatOpensEveryLinkGivesNoAnswer() throws Exception {
        for (int score = 0; score <= 10; score++) {
            assertThat(call("GET", world.token(invitation, score), "").statusCode()).isEqualTo(200);
        }
        assertThat(answers()).isZero();
        assertThat(world.db.fetchCount(CLICK, CLICK.INVITATION_ID.eq(invitation.value()).and(CLICK.VERDICT.eq("scanner")))).isEqualTo(11);
    }

    @Test
    void lookingAheadIsNoClick() throws Exception {
        call("HEAD", world.token(invitation, 9), "");
        assertThat(world.db.fetchCount(CLICK, CLICK.INVITATION_ID.eq(invitation.value()))).isZero();
    }

    @Test
    void theTappedScoreIsChosenAndCountsAfterConfirming() throws Exception {
        String token = world.token(invitation, 9);
        var page = call("GET", token, "");
        assertThat(page.body()).contains("value=\"9\" checked").doesNotContain("<script").doesNotContain("style=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
        var why = call("POST", token, "score=9");
        assertThat(why.body()).contains("name=\"why\"").contains("name=\"emotion\"");
        call("POST", token, "score=9&why=Snel+en+aardig&emotion=happy");
        var row = world.db.fetchSingle(RESPONSE, RESPONSE.INVITATION_ID.eq(invitation.value()));
        assertThat(row.getScore()).isEqualTo(9);
        assertThat(row.getWhy()).isEqualTo("Snel en aardig");
        assertThat(row.getEmotion()).isEqualTo("happy");
        assertThat(row.getUserId()).isEqualTo(agent.user().value());
        assertThat(world.db.fetchExists(COMPLIMENT, COMPLIMENT.RESPONSE_ID.eq(row.getId()))).isTrue();
    }

    @Test
    void asksAgainWhenNoScoreWasChosen() throws Exception {
        assertThat(call("POST", world.token(invitation), "").body()).contains("role=\"alert\"");
        assertThat(answers()).isZero();
    }

    @Test
    void writesNothingOfTheCustomerAsMarkup() throws Exception {
        String token = world.token(invitation);
        call("POST", token, "score=10&why=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(call("GET", token, "").body()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void oneAnswerThatCanBeChangedForADay() {
        String token = world.token(invitation);
        survey.answer(token, new Answer(3, "Te laat", Emotion.ANGRY, false));
        survey.answer(token, new Answer(8, null, null, false));
        assertThat(answers()).isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        assertThat(survey.answer(token, new Answer(10, null, null, false))).isInstanceOf(View.Closed.class);
        var row = world.db.fetchSingle(RESPONSE, RESPONSE.INVITATION_ID.eq(invitation.value()));
        assertThat(row.getScore()).isEqualTo(8);
        assertThat(row.getWhy()).isEqualTo("Te laat");
    }

    @Test
    void anOldInvitationHasExpired() {
        clock.advance(Duration.ofDays(31));
        assertThat(survey.open(world.token(invitation))).isInstanceOf(View.Expired.class);
        survey.answer(world.token(invitation), new Answer(10, null, null, false));
        assertThat(answers()).isZero();
    }

    @Test
    void aChangedTokenIsUnknown() throws Exception {
        String token = world.token(invitation, 9);
        String changed = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
        assertThat(survey.open(changed)).isInstanceOf(View.Unknown.class);
        assertThat(call("GET", changed, "").statusCode()).isEqualTo(404);
        assertThat(call("POST", "nonsense", "score=9").statusCode()).isEqualTo(404);
    }

    @Test
    void refusingIsOneTapAndCanBeTakenBack() throws Exception {
        String token = nl.hartslag.feedback.internal.SurveyToken.optOut(invitation).write(world.secrets);
        assertThat(call("POST", token, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(((View.OptOut) survey.open(token)).declined()).isTrue();
        call("POST", token, "optout=no");
        assertThat(((View.OptOut) survey.open(token)).declined()).isFalse();
    }

    @Test
    void theDailyFiguresAlwaysEqualTheAnswers() {
        Random random = new Random(42);
        for (int i = 0; i < 6; i++) {
            String token = world.token(world.invited(agent, world.aCustomer(brand)));
            for (int change = 0; change <= random.nextInt(4); change++) {
                survey.answer(token, new Answer(random.nextInt(11), null, null, false));
            }
        }
        Map<Integer, Long> counted = new TreeMap<>();
        world.db.select(RESPONSE.SCORE, DSL.count()).from(RESPONSE).where(RESPONSE.BRAND_ID.eq(brand.value()))
                .groupBy(RESPONSE.SCORE).forEach(row -> counted.put(row.value1(), row.value2().longValue()));
        Map<Integer, Long> kept = new TreeMap<>();
        var sums = AnswerDays.sums();
        long[] histogram = world.db.select(sums).from(ANSWER_DAY).where(ANSWER_DAY.BRAND_ID.eq(brand.value()))
                .fetchSingle(row -> AnswerDays.histogram(row, sums));
        for (int score = 0; score <= 10; score++) if (histogram[score] != 0) kept.put(score, histogram[score]);
        assertThat(kept).isEqualTo(counted);
    }
}
