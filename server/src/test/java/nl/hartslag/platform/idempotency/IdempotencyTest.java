package nl.hartslag.platform.idempotency;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A program that does not know whether its command arrived sends it again, and nothing is done twice. */
@HartslagTest
class IdempotencyTest {
    private static final String TOKENS = "/api/people/tokens";
    @Autowired People people;
    @Autowired ApiTokens tokens;
    @Autowired IdempotencyKeys keys;
    @Autowired Commits commits;
    @Autowired ForgetKeys forgetting;
    @Autowired TransactionTemplate transactions;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String key = UUID.randomUUID().toString();
    private UserId person;
    private String program;

    @BeforeEach
    void aProgram() {
        person = someone("en");
        program = tokens.create(person, "program", EnumSet.allOf(Permission.class), null).token();
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.run();
    }

    private UserId someone(String language) {
        return people.create(new People.NewUser(UUID.randomUUID() + "@work.example", "Ada", language, Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(Role.ADMINISTRATOR, Optional.empty())), List.of(), Map.of()));
    }

    private HttpResponse<String> send(String token, String key, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) request.header("Idempotency-Key", key);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> makeToken(String key, String name) throws Exception {
        return send(program, key, "POST", TOKENS, "{\"name\": \"" + name + "\", \"scopes\": [\"contacts.view\"]}");
    }

    private int made() {
        return db.fetchCount(org.jooq.impl.DSL.table("people.api_token"), org.jooq.impl.DSL.condition("user_id = {0}", person.value())) - 1;
    }

    @Test
    void theSameCommandUnderTheSameKeyIsDoneOnceAndAnsweredTheSame() throws Exception {
        var first = makeToken(key, "one");
        var again = makeToken('"' + key + '"', "one");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type")).isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(made()).isEqualTo(1);
        makeToken("", "one");
        makeToken(UUID.randomUUID().toString(), "one");
        assertThat(made()).isEqualTo(3);
    }

    @Test
    void anAnswerWithoutABodyComesAgainToo() throws Exception {
        String id = db.fetchSingle("select id::text from people.api_token where user_id = ?", person.value()).get(0, String.class);
        makeToken("", "another");
        String other = db.fetchSingle("select id::text from people.api_token where user_id = ? and id <> ?::uuid", person.value(), id).get(0, String.class);
        assertThat(send(program, key, "DELETE", TOKENS + "/" + other, "").statusCode()).isEqualTo(204);
        var again = send(program, key, "DELETE", TOKENS + "/" + other, "");
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void theSameKeyForSomethingElseIsRefusedInBothLanguages() throws Exception {
        makeToken(key, "one");
        var other = makeToken(key, "two");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency/other-request", "A key belongs to one command");
        assertThat(send(program, key, "DELETE", TOKENS + "/" + UUID.randomUUID(), "").statusCode()).isEqualTo(422);
        assertThat(made()).isEqualTo(1);
        person = someone("nl");
        program = tokens.create(person, "program", EnumSet.allOf(Permission.class), null).token();
        makeToken(key, "one");
        assertThat(makeToken(key, "two").body()).contains("Een sleutel hoort bij één opdracht");
    }

    @Test
    void someoneElseHasKeysOfHisOwn() throws Exception {
        makeToken(key, "one");
        String second = tokens.create(person, "second", EnumSet.allOf(Permission.class), null).token();
        var other = send(second, key, "POST", TOKENS, "{\"name\": \"two\", \"scopes\": [\"contacts.view\"]}");
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void twoAtOnceAreOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            String same = UUID.randomUUID().toString();
            int before = made();
            List<HttpResponse<String>> answers = Collections.synchronizedList(new ArrayList<>());
            atOnce(() -> answers.add(makeToken(same, "raced")), () -> answers.add(makeToken(same, "raced")));
            assertThat(made()).isEqualTo(before + 1);
            assertThat(answers).anyMatch(one -> one.statusCode() == 201);
            answers.stream().filter(one -> one.statusCode() != 201).forEach(one -> {
                assertThat(one.statusCode()).isEqualTo(409);
                assertThat(one.body()).contains("idempotency/still-running");
            });
        }
    }

    @Test
    void whatWasRefusedForItselfIsRefusedAgainAndWhatFailedElsewhereIsTriedAgain() throws Exception {
        assertThat(send(program, key, "POST", TOKENS, "{}").statusCode()).isEqualTo(422);
        assertThat(send(program, key, "POST", TOKENS, "{}").headers().firstValue("Idempotency-Replayed")).contains("true");
        String weak = tokens.create(person, "weak", EnumSet.of(Permission.CONTACTS_VIEW), null).token();
        String skill = "{\"name\": \"" + UUID.randomUUID() + "\", \"archived\": false}";
        assertThat(send(weak, key, "POST", "/api/people/skills", skill).statusCode()).isEqualTo(403);
        // the right may be given later; nothing stands in the way of trying again
        assertThat(db.fetch("select 1 from platform.idempotency where key = ? and status = 403", key)).isEmpty();
        assertThat(send(weak, key, "POST", "/api/people/skills", skill).headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    private Claim.Mine aCrashed(String key, String path, String body) throws Exception {
        var request = new org.springframework.mock.web.MockHttpServletRequest("POST", path);
        request.setContent(body.getBytes());
        request.addHeader("Idempotency-Key", key);
        var command = KeyedCommand.of(request, people.access(person).orElseThrow(), Optional.of(program));
        return (Claim.Mine) keys.claim(command.caller(), command.key(), command.fingerprint());
    }

    private static final String BODY = "{\"name\": \"crashed\", \"scopes\": [\"contacts.view\"]}";

    @Test
    void whatANodeLeftUndoneWhenItStoppedIsDoneByWhoeverAsksNext() throws Exception {
        aCrashed(key, TOKENS, BODY);
        assertThat(send(program, key, "POST", TOKENS, BODY).body()).contains("idempotency/still-running");
        clock.advance(IdempotencyKeys.HELD);
        assertThat(send(program, key, "POST", TOKENS, BODY).statusCode()).isEqualTo(201);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void whatANodeDidBeforeItStoppedIsNotDoneAgain() throws Exception {
        Claim.Mine claim = aCrashed(key, TOKENS, BODY);
        commits.during(claim);
        transactions.executeWithoutResult(_ -> db.execute("select 1"));
        commits.over();
        clock.advance(IdempotencyKeys.HELD);
        var again = send(program, key, "POST", TOKENS, BODY);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("idempotency/answer-lost");
        assertThat(made()).isZero();
    }

    @Test
    void whoeverWasTakenForDeadDoesNotCommitAnyMore() throws Exception {
        Claim.Mine slow = aCrashed(key, TOKENS, BODY);
        clock.advance(IdempotencyKeys.HELD);
        assertThat(send(program, key, "POST", TOKENS, BODY).statusCode()).isEqualTo(201);
        commits.during(slow);
        String team = UUID.randomUUID().toString();
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> people.createTeam(team, Optional.empty(), Optional.empty())))
                .hasMessage("idempotency/taken-over");
        commits.over();
        assertThat(people.teams()).noneMatch(one -> one.name().equals(team));
    }

    @Test
    void everythingIsForgottenAfterADay() throws Exception {
        makeToken(key, "one");
        clock.advance(Duration.ofHours(23));
        assertThat(makeToken(key, "one").headers().firstValue("Idempotency-Replayed")).contains("true");
        clock.advance(Duration.ofHours(1));
        assertThat(makeToken(key, "one").headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(made()).isEqualTo(2);
        clock.advance(Duration.ofHours(25));
        forgetting.fire(new nl.hartslag.platform.timers.TimerHandler.DueTimer(ForgetKeys.KIND, "", clock.instant(), Map.of()));
        assertThat(db.fetch("select 1 from platform.idempotency where key = ?", key)).isEmpty();
    }

    @Test
    void anAnswerIsKeptSealed() throws Exception {
        String token = nl.hartslag.testing.Browser.JSON.readTree(makeToken(key, "one").body()).get("token").asString();
        assertThat(db.fetchSingle("select answer from platform.idempotency where key = ?", key).get(0, String.class)).doesNotContain(token);
    }

    @Test
    void whatIsTooLargeOrHasFilesOrAKeyThatIsNoneIsRefusedInPlainWords() throws Exception {
        assertThat(makeToken(key, "x".repeat(KeyedCommand.LARGEST)).body()).contains("idempotency/too-large", "at most 1 MB");
        assertThat(makeToken("k".repeat(201), "one").body()).contains("idempotency/key-unreadable");
        var files = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/orders/import?brand=" + UUID.randomUUID()))
                .header("Authorization", "Bearer " + program)
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x--"));
        assertThat(http.send(files.build(), HttpResponse.BodyHandlers.ofString()).body()).contains("idempotency/files");
        assertThat(made()).isZero();
    }

    @Test
    void withoutSigningInAKeyIsNothing() throws Exception {
        assertThat(send("nobody", key, "POST", TOKENS, BODY).statusCode()).isEqualTo(401);
        assertThat(db.fetch("select 1 from platform.idempotency where key = ?", key)).isEmpty();
    }
}
