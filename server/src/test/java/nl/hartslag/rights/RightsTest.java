package nl.hartslag.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.rights.Calls.Answer;
import nl.hartslag.rights.Calls.Call;
import nl.hartslag.rights.Planted.Kind;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Takes every operation of the contract, and calls it as nobody, as people without the right, and as people of another brand or
 * partner company. Everything is planted in everybody's rows; nothing of the others' may come to light.
 */
@HartslagTest
@Import(Others.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final List<Operation> ALL = Operation.all();
    private static final Set<Integer> SHUT = Set.of(401, 403, 404);

    @Autowired Others others;
    @Autowired People people;
    @Autowired MovableClock clock;
    @LocalServerPort int port;
    private Calls calls;
    private Planted shared;
    /** A brand of its own, and another with work of our own people and of two partner companies. */
    private Planted brand;
    private Planted otherBrand;
    private Planted ourOwn;
    private Planted partner;
    private Planted otherPartner;
    private BrandId common;
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();

    /** @param viewer who looks; @param theirs what he may not see */
    private record Pair(String name, Planted viewer, Planted theirs) {}

    private List<Pair> pairs() {
        return List.of(new Pair("another brand", brand, otherBrand), new Pair("another brand, the other way round", otherBrand, brand),
                new Pair("another partner", partner, otherPartner), new Pair("a partner looks at our own work", partner, ourOwn));
    }

    @BeforeAll
    void everythingIsPlanted() throws Exception {
        calls = new Calls("http://localhost:" + port, clock);
        shared = others.shared();
        brand = others.aBrandOfItsOwn();
        common = others.aBrand("zqgemeen" + letters());
        partner = others.work("zqeerste" + letters(), common, Optional.of(others.aPartner("zqeerste" + letters())));
        others.personalScoresAreOn();
        answersTo(brand, before);
        otherBrand = others.aBrandOfItsOwn();
        answersTo(brand, after);
        answersTo(partner, before);
        otherPartner = others.work("zqtweede" + letters(), common, Optional.of(others.aPartner("zqtweede" + letters())));
        ourOwn = others.work("zqeigen" + letters(), common, Optional.empty());
        answersTo(partner, after);
    }

    private Planted ofCommonBrand() {
        return new Planted("", "", Map.of(Kind.BRAND, common.toString()));
    }

    private static String letters() {
        return java.util.UUID.randomUUID().toString().substring(0, 6);
    }

    @Test
    void everyOperationIsOfAKindThatSomebodyNamed() {
        List<String> unnamed = new ArrayList<>();
        for (Operation operation : ALL) {
            boolean open = WhoseRoutes.open(operation);
            if (!operation.needsSignIn() && !open && !operation.path().equals("/metrics")) unnamed.add(operation.name() + ": open to everybody, but not named in PUBLIC");
            if (operation.needsSignIn() && operation.permissions().isEmpty() && !open && !WhoseRoutes.SIGNED_IN.containsKey(operation.name())) {
                unnamed.add(operation.name() + ": for everybody who is signed in, but not named in SIGNED_IN");
            }
            if (open) continue;
            for (String variable : operation.inPath()) {
                if (!WhoseRoutes.NO_ROW.containsKey(variable) && WhoseRoutes.named(operation, variable).isEmpty()) {
                    unnamed.add(operation.name() + ": what {" + variable + "} names is not in IN_PATH");
                }
            }
        }
        assertThat(unnamed).as("say in WhoseRoutes of what kind these are").isEmpty();
        assertThat(WhoseRoutes.SIGNED_IN.keySet()).isSubsetOf(ALL.stream().map(Operation::name).toList());
    }

    @Test
    void nobodyGetsInWithoutSigningIn() throws Exception {
        List<String> open = new ArrayList<>();
        for (Operation operation : ALL) {
            if (WhoseRoutes.open(operation)) continue;
            Call call = calls.call(operation, brand.and(shared).and(partner)).orElseThrow();
            Answer answer = calls.send(call, null, brand);
            // without a session a changing request is stopped by the forgery check before anyone asks who calls
            if (answer.status() != 401 && answer.status() != 403) open.add(answer.status() + " " + call);
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyOtherRightDoesNotReplaceTheOneThatIsNeeded() throws Exception {
        UserId everything = others.aChief("alles", new BrandId(java.util.UUID.fromString(brand.ids().get(Kind.BRAND))), Optional.empty(), Optional.empty(), List.of());
        Map<Set<Permission>, String> tokens = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (Operation operation : ALL) {
            if (operation.permissions().isEmpty()) continue;
            String token = tokens.computeIfAbsent(operation.permissions(), needed -> others.token(everything, EnumSet.complementOf(EnumSet.copyOf(needed))));
            Call call = calls.call(operation, brand.and(shared).and(partner)).orElseThrow();
            Answer answer = calls.send(call, token, brand);
            if (answer.status() != 403) open.add(answer.status() + " " + call);
        }
        assertThat(tokens).hasSizeGreaterThan(15);
        assertThat(open).isEmpty();
    }

    @Test
    void whatBelongsToOthersCannotBeReadNorChangedByItsId() throws Exception {
        List<String> open = new ArrayList<>();
        for (Pair pair : pairs()) {
            for (Operation operation : namingARow()) {
                Optional<Call> call = calls.call(operation, pair.theirs());
                if (call.isEmpty()) continue;
                Planted own = pair.viewer().and(shared).and(ofCommonBrand());
                Answer answer = calls.send(call.get(), pair.viewer().token(), own);
                if (SHUT.contains(answer.status())) continue;
                Answer ofNothing = calls.send(calls.call(operation, Calls.nothing(pair.theirs())).orElseThrow(), pair.viewer().token(), own);
                boolean same = WhoseRoutes.SAME_AS_NOTHING.containsKey(operation.name()) && answer.said().equals(ofNothing.said());
                if (!same) open.add(pair.name() + ": " + answer.status() + " " + call.get() + " " + answer.body());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whatAllBrandsShareIsChangedByNobodyOfOneBrand() throws Exception {
        List<String> open = new ArrayList<>();
        for (Operation operation : namingARow()) {
            if (operation.reads() || operation.inPath().stream().noneMatch(one -> WhoseRoutes.named(operation, one).filter(WhoseRoutes.SHARED::contains).isPresent())) continue;
            for (Planted viewer : List.of(brand, partner)) {
                Call call = calls.call(operation, shared).orElseThrow();
                Answer answer = calls.send(call, viewer.token(), viewer.and(shared));
                if (!SHUT.contains(answer.status())) open.add(answer.status() + " " + call + " " + answer.body());
            }
        }
        assertThat(open).isEmpty();
    }

    /** One's own row with something of another's in it, such as a transfer to his queue. */
    @Test
    void nothingOfOthersIsTakenIntoWhatIsOnesOwn() throws Exception {
        List<String> open = new ArrayList<>();
        for (Pair pair : pairs()) {
            for (Operation operation : ALL) {
                if (operation.reads() || WhoseRoutes.open(operation) || WhoseRoutes.NOT_LOOKED_UP.containsKey(operation.name())) continue;
                Optional<Call> call = calls.call(operation, pair.viewer().and(shared));
                if (call.isEmpty() || !namesTheirs(operation, pair)) continue;
                Answer answer = calls.send(call.get(), pair.viewer().token(), pair.theirs().and(shared));
                if (answer.status() < 400 || answer.status() >= 500 || !pair.theirs().in(answer.body()).isEmpty()) {
                    open.add(pair.name() + ": " + answer.status() + " " + call.get() + " " + answer.body());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    /** Lists, searches, counts and exports, with every parameter. */
    @Test
    void nothingOfOthersStandsInAnyAnswer() throws Exception {
        List<String> open = new ArrayList<>();
        for (Pair pair : pairs()) {
            for (Operation operation : withoutARow()) {
                for (Call call : calls.variants(operation, pair.theirs().and(pair.viewer()))) {
                    Answer answer = calls.send(call, pair.viewer().token(), shared);
                    List<String> found = pair.theirs().in(answer.body());
                    if (!found.isEmpty() || answer.status() >= 500) open.add(pair.name() + ": " + answer.status() + " " + call + " shows " + found);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    /** Our own people are told whose it is, and decide. */
    @Test
    void whoAddsAnAddressForAPartnerLearnsNotWhetherItIsKnown() throws Exception {
        String card = "/api/customers/" + partner.id(Kind.CUSTOMER).orElseThrow();
        Operation open = operation("GET", "/api/customers/{id}");
        for (boolean take : List.of(false, true)) {
            List<String> answers = new ArrayList<>();
            for (String word : List.of(ourOwn.word(), otherPartner.word(), "zqnooit" + letters())) {
                String address = word + "@home.example";
                Answer answer = calls.post(card + "/identities", "{\"kind\": \"EMAIL\", \"value\": \"" + address + "\", \"take\": " + take + "}", partner.token());
                String shown = calls.send(new Call(open, card), partner.token(), shared).body();
                assertThat(shown).contains(address);
                String id = answer.body().replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
                answers.add(answer.said().replace(address, "address").replace(id, "id"));
                Answer gone = calls.delete(card + "/identities/" + id, partner.token());
                assertThat(gone.status()).isEqualTo(204);
            }
            assertThat(answers).containsOnly("201 {\"id\":\"id\",\"kind\":\"EMAIL\",\"value\":\"address\",\"proven\":false,\"proposed\":true}");
        }
    }

    private void answersTo(Planted viewer, Map<String, String> into) throws Exception {
        for (Operation operation : withoutARow()) {
            if (WhoseRoutes.CHANGES_BY_ITSELF.containsKey(operation.name())) continue;
            for (Call call : calls.variants(operation, viewer)) into.put(viewer.word() + " " + call, calls.send(call, viewer.token(), shared).said());
        }
    }

    /** A number says something too. */
    @Test
    void noAnswerIsAnotherOneBecauseOfWhatOthersHave() {
        List<String> other = new ArrayList<>();
        after.forEach((call, body) -> {
            String was = before.get(call);
            if (!body.equals(was)) other.add(call + "\n  was " + was + "\n  is  " + body);
        });
        assertThat(after).hasSizeGreaterThan(100);
        assertThat(other).isEmpty();
    }

    /** So that what is not found above is not found because of its rights, and not because it is not there. */
    @Test
    void whoseItIsFindsAllOfIt() throws Exception {
        List<String> missing = new ArrayList<>();
        Map<Kind, String> seen = new EnumMap<>(Kind.class);
        for (Operation operation : namingARow()) {
            if (!operation.reads()) continue;
            Call call = calls.call(operation, brand.and(shared).and(partner)).orElseThrow();
            boolean ofPartner = operation.inPath().stream().anyMatch(one -> WhoseRoutes.named(operation, one).filter(kind -> !brand.ids().containsKey(kind)).isPresent());
            Answer answer = calls.send(call, ofPartner ? partner.token() : brand.token(), shared);
            if (answer.status() != 200 && !WhoseRoutes.NOT_EVEN_ONES_OWN.containsKey(operation.name())) missing.add(answer.status() + " " + call + " " + answer.body());
        }
        for (Operation operation : withoutARow()) {
            if (WhoseRoutes.NOT_EVEN_ONES_OWN.containsKey(operation.name())) continue;
            boolean found = false;
            for (Planted viewer : List.of(brand, partner)) {
                for (Call call : calls.variants(operation, viewer)) found |= !viewer.in(calls.send(call, viewer.token(), shared).body()).isEmpty();
            }
            if (!found && !WhoseRoutes.SHARED_READS.contains(operation.path())) missing.add(operation.name() + " shows nothing of what its owner has");
        }
        assertThat(missing).as("plant something for these in Others, or say in NOT_EVEN_ONES_OWN why there is nothing").isEmpty();
    }

    @Test
    void nothingOfOthersComesOverTheLiveStream() throws Exception {
        List<String> open = new ArrayList<>();
        for (Pair pair : pairs()) {
            StringBuilder news = new StringBuilder();
            try (var stream = calls.live(pair.viewer().token())) {
                var reader = new java.io.BufferedReader(new java.io.InputStreamReader(stream));
                // its own news comes after all that was planted; the stream keeps its order
                calls.send(new Call(operation("PUT", "/api/routing/me/presence"), "/api/routing/me/presence"), pair.viewer().token(), shared);
                String line;
                while ((line = reader.readLine()) != null && !line.startsWith("event: alive")) news.append(line).append('\n');
            }
            assertThat(pair.viewer().in(news.toString())).as("one's own news").isNotEmpty();
            if (!pair.theirs().in(news.toString()).isEmpty()) open.add(pair.name() + ": " + news.toString().lines().filter(line -> !pair.theirs().in(line).isEmpty()).toList());
        }
        assertThat(open).isEmpty();
    }

    private static Operation operation(String method, String path) {
        return ALL.stream().filter(one -> one.method().equals(method) && one.path().equals(path)).findFirst().orElseThrow();
    }

    private boolean namesTheirs(Operation operation, Pair pair) {
        if (operation.mediaType() == null || operation.example().isMissingNode()) return false;
        String body = calls.body(operation, pair.theirs().and(shared));
        return pair.theirs().ids().values().stream().anyMatch(body::contains);
    }

    private static List<Operation> namingARow() {
        return ALL.stream().filter(one -> !WhoseRoutes.open(one) && one.inPath().stream().anyMatch(variable -> !WhoseRoutes.NO_ROW.containsKey(variable))).toList();
    }

    private static List<Operation> withoutARow() {
        return ALL.stream().filter(one -> one.reads() && !WhoseRoutes.open(one) && one.inPath().isEmpty() && !one.path().equals("/api/live")).toList();
    }
}
