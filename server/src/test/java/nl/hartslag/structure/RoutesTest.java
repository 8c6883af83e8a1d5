package nl.hartslag.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.people.Sessions;
import nl.hartslag.platform.security.AccessFilter;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedAnyone;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the application: each says who may call it, and keeps to it. */
@HartslagTest
class RoutesTest {
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes;
    @Autowired People people;
    @Autowired ApiTokens tokens;
    @Autowired Sessions sessions;
    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyRouteSaysExactlyOnceWhoMayCallIt() {
        List<String> silent = new ArrayList<>();
        ours().forEach((info, method) -> {
            long said = List.of(Allowed.class, AllowedSignedIn.class, AllowedAnyone.class).stream()
                    .filter(method::hasMethodAnnotation)
                    .count();
            if (said != 1) silent.add(method + " " + info);
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutSigningIn() throws Exception {
        List<String> open = new ArrayList<>();
        for (var route : ours().entrySet()) {
            if (route.getValue().hasMethodAnnotation(AllowedAnyone.class)) continue;
            int status = call(route.getKey(), null);
            // Without a session a changing request is stopped by the forgery check before anyone asks who calls.
            if (status != 401 && status != 403) open.add(status + " " + route.getKey());
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aRightThatOneDoesNotHaveKeepsTheRouteShut() throws Exception {
        String token = tokenOfSomeoneWithoutRights();
        List<String> open = new ArrayList<>();
        for (var route : ours().entrySet()) {
            if (!route.getValue().hasMethodAnnotation(Allowed.class)) continue;
            int status = call(route.getKey(), token);
            if (status != 403) open.add(status + " " + route.getKey());
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aPasswordGivenForOnceOpensNothingButChangingIt() throws Exception {
        String email = UUID.randomUUID() + "@work.example";
        people.create(new People.NewUser(email, "Nobody", "en", Optional.empty(), Optional.empty(), Optional.of("given for once only"),
                true, List.of(new People.RoleGrant(Role.ADMINISTRATOR, Optional.empty())), List.of(), Map.of()));
        String session = sessions.logIn(email, "given for once only", "127.0.0.1", null).token();
        List<String> open = new ArrayList<>();
        for (var route : ours().entrySet()) {
            AllowedSignedIn anyone = route.getValue().getMethodAnnotation(AllowedSignedIn.class);
            if (route.getValue().hasMethodAnnotation(AllowedAnyone.class) || anyone != null && anyone.beforePasswordChange()) continue;
            var request = request(route.getKey()).header("Cookie", AccessFilter.COOKIE + "=" + session + "; XSRF-TOKEN=own").header("X-XSRF-TOKEN", "own");
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 403 || !answer.body().contains("access/change-password")) open.add(answer.statusCode() + " " + route.getKey());
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whatIsLeftOutOfABodyIsTheCallersMistakeAndNoFaultOfOurs() throws Exception {
        String token = tokenOfAnAdministrator();
        List<String> faults = new ArrayList<>();
        for (var route : ours().entrySet()) {
            if (route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)) continue;
            int status = call(route.getKey(), token);
            if (status >= 500) faults.add(status + " " + route.getKey());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aBodyWithoutWhatTheContractRequiresIsRefusedFieldByField() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/people/users"))
                .header("Authorization", "Bearer " + tokenOfAnAdministrator())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\": \"ada@work.example\", \"roles\": [{}], \"teams\": [], \"skills\": {}, \"active\": true}"));
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("request/invalid", "\"name\"", "\"roles[0].role\"").doesNotContain("\"site\"");
    }

    @Test
    void aValueOfTheWrongKindIsRefusedAtItsField() throws Exception {
        for (var value : Map.of("\"\"", "Fill this in", "null", "Fill this in", "\"soon\"", "").entrySet()) {
            assertThat(refused("/api/organisation/departments",
                    "{\"nameNl\": \"Delen\", \"nameEn\": \"Parts\", \"archived\": false, \"position\": " + value.getKey() + "}"))
                    .contains("request/invalid", "\"position\"", value.getValue());
        }
    }

    @Test
    void whatGoesBeyondALimitIsToldTheLimit() throws Exception {
        String errors = refused("/api/routing/queues", "{\"brand\": \"" + UUID.randomUUID() + "\", \"name\": \"" + "q".repeat(81)
                + "\", \"priority\": -1, \"ageingMinutes\": 2000, \"mode\": \"push\", \"offerSeconds\": 30, \"overflowMinutes\": 60, \"atAllHours\": false, \"skills\": {}}");
        assertThat(errors).contains("\"name\":\"At most 80 characters\"", "\"priority\":\"At least 0\"", "\"ageingMinutes\":\"At most 1440\"");
        assertThat(refused("/api/organisation/departments", "{\"nameNl\": \"Delen\", \"nameEn\": \"" + "p".repeat(200)
                + "\", \"archived\": false, \"position\": 200000, \"answerMinutes\": 480, \"members\": []}"))
                .contains("\"nameEn\":\"At most ", "\"position\":\"At most 100000\"");
    }

    @Test
    void everyWayToPassALimitIsToldInWords() throws Exception {
        String queue = "{\"brand\": \"%s\", \"name\": \"Post\", \"priority\": 50, \"ageingMinutes\": 10, \"mode\": \"throw\", \"offerSeconds\": 30, "
                .formatted(UUID.randomUUID())
                + "\"overflowMinutes\": 60, \"atAllHours\": false, \"skills\": {\"%s\": 9}}".formatted(UUID.randomUUID());
        assertThat(refused("/api/routing/queues", queue)).contains("At most 5", "\"mode\":\"Not in the expected form\"");
        String widget = "{\"name\": \"Shop\", \"position\": \"left\", \"reasons\": [], \"active\": true, \"transcripts\": false, "
                + "\"askMinutes\": 5, \"endMinutes\": 5, \"origins\": [%s]}";
        String origins = String.join(",", Collections.nCopies(21, "\"https://shop.example\""));
        assertThat(refused("/api/channels/widgets", widget.formatted(origins))).contains("\"origins\":\"At most 20 of these\"");
        assertThat(refused("/api/channels/widgets", widget.formatted(""))).contains("\"origins\":\"Fill this in\"");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/compliments?limit=0"))
                .header("Authorization", "Bearer " + tokenOfAnAdministrator())
                .header("Accept-Language", "en");
        assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body()).contains("\"limit\":\"At least 1\"");
    }

    @Test
    void aValueThatThereIsNotIsRefusedAtItsParameter() throws Exception {
        String token = tokenOfAnAdministrator();
        Map<String, String> refusals = Map.of(
                "/api/intake/envelopes?state=NOPE", "\"state\":\"Does not exist\"",
                "/api/outbox?purpose=NOPE", "\"purpose\":\"Does not exist\"",
                "/api/follow-ups?state=NOPE", "\"state\":\"Does not exist\"",
                "/api/follow-ups?whose=NOPE", "\"whose\":\"Does not exist\"",
                "/api/desk/rows?view=NOPE", "\"view\":\"Does not exist\"",
                "/api/desk/rows?queue=NOPE", "\"queue\":\"Not right\"",
                "/api/listen/words?from=2026-01-01&to=2026-02-01&emotion=NOPE", "\"emotion\":\"Does not exist\"",
                "/api/desk/rows?limit=-1", "\"limit\":\"At least 1\"",
                "/api/desk/rows?limit=100000", "\"limit\":\"At most 100\"",
                "/api/audit?limit=201", "\"limit\":\"At most 200\"");
        for (var refusal : refusals.entrySet()) {
            var answer = get(refusal.getKey(), token);
            assertThat(answer.statusCode()).as(refusal.getKey()).isEqualTo(422);
            assertThat(answer.body()).as(refusal.getKey()).contains("request/invalid", refusal.getValue());
        }
        for (String fine : List.of("/api/intake/envelopes?state=waiting", "/api/intake/envelopes?state=", "/api/outbox?purpose=notice",
                "/api/follow-ups?whose=unowned&state=late", "/api/desk/rows?view=ALL&limit=100", "/api/promises?whose=TEAM&shown=LATE",
                "/api/listen/words?from=2026-01-01&to=2026-02-01&emotion=happy")) {
            assertThat(get(fine, token).statusCode()).as(fine).isEqualTo(200);
        }
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String refused(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + tokenOfAnAdministrator())
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    private String tokenOfAnAdministrator() {
        var user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Ada", "en", Optional.empty(), Optional.empty(), Optional.empty(), false,
                Arrays.stream(Role.values()).map(role -> new People.RoleGrant(role, Optional.empty())).toList(), List.of(), Map.of()));
        return tokens.create(user, "routes", EnumSet.allOf(Permission.class), null).token();
    }

    private String tokenOfSomeoneWithoutRights() {
        var user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Nobody", "en", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(), List.of(), Map.of()));
        return tokens.create(user, "routes", Set.of(Permission.CONTACTS_VIEW), null).token();
    }

    private Map<RequestMappingInfo, HandlerMethod> ours() {
        var ours = new java.util.LinkedHashMap<RequestMappingInfo, HandlerMethod>();
        routes.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("nl.hartslag.")) ours.put(info, method);
        });
        assertThat(ours).isNotEmpty();
        return ours;
    }

    private int call(RequestMappingInfo route, String token) throws Exception {
        var request = request(route);
        if (token != null) request.header("Authorization", "Bearer " + token);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(RequestMappingInfo route) {
        String path = route.getPatternValues().iterator().next()
                .replaceAll("\\{[^/]+}", UUID.randomUUID().toString())
                .replace("/**", "/x");
        String method = route.getMethodsCondition().getMethods().stream().map(Enum::name).findFirst().orElse("GET");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", route.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .map(Object::toString)
                        .map(type -> type.startsWith("multipart/") ? type + "; boundary=x" : type)
                        .orElse("application/json"));
    }
}
