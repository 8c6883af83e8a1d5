package nl.hartslag.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract in {@code api/openapi.json} is what the application really offers, and it is complete. */
@HartslagTest
class ContractTest {
    private static final Path CONTRACT = Path.of("../api/openapi.json");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired People people;
    @Autowired ApiTokens tokens;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;
    @LocalServerPort int port;

    /** With {@code -Dcontract.write} the file is written instead, to be reviewed as part of the change. */
    @Test
    void theContractIsUpToDate() throws Exception {
        String now = JSON.writeValueAsString(JSON.treeToValue(contract(), Map.class)) + "\n";
        if (System.getProperty("contract.write") != null) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, now);
            return;
        }
        assertThat(Files.readString(CONTRACT))
                .as("api/openapi.json is out of date: run ./hartslag contract and review what changed")
                .isEqualTo(now);
    }

    @Test
    void everyOperationSaysWhatItDoes() throws Exception {
        List<String> silent = new ArrayList<>();
        contract().get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (!METHODS.contains(operation.getKey())) return;
            if (operation.getValue().path("summary").asString("").isBlank()) silent.add(operation.getKey() + " " + path.getKey());
        }));
        assertThat(silent).as("operations without a summary").isEmpty();
    }

    @Test
    void everyOperationSaysHowItRefuses() throws Exception {
        List<String> silent = new ArrayList<>();
        operations((name, operation) -> {
            boolean refuses = operation.get("responses").properties().stream()
                    .anyMatch(each -> each.getKey().startsWith("4") && each.getValue().at("/content/application~1problem+json").isObject());
            if (!refuses) silent.add(name);
        });
        assertThat(silent).as("operations that do not say how they refuse").isEmpty();
    }

    @Test
    void everyBodyHasAnExample() throws Exception {
        List<String> without = new ArrayList<>();
        JsonNode known = contract().at("/components/examples");
        operations((name, operation) -> {
            check(name + " takes", operation.path("requestBody"), known, without);
            operation.get("responses").properties().forEach(each -> check(name + " answers " + each.getKey(), each.getValue(), known, without));
        });
        assertThat(without).as("bodies without an example").isEmpty();
    }

    @Test
    void everyParameterSaysWhatItMeans() throws Exception {
        List<String> silent = new ArrayList<>();
        parameters((name, parameter) -> {
            if (parameter.path("description").asString("").isBlank()) silent.add(name);
        });
        assertThat(silent).as("parameters without a description").isEmpty();
    }

    @Test
    void everyLimitSaysHowFarItGoes() throws Exception {
        List<String> limits = new ArrayList<>();
        List<String> boundless = new ArrayList<>();
        parameters((name, parameter) -> {
            if (!parameter.get("name").asString().equals("limit")) return;
            limits.add(name);
            JsonNode schema = parameter.get("schema");
            int most = schema.path("maximum").asInt(Integer.MAX_VALUE);
            if (schema.path("minimum").asInt(0) < 1 || most > 200) boundless.add(name);
        });
        assertThat(limits).hasSizeGreaterThan(10);
        assertThat(boundless).as("limits without a minimum of 1 or a maximum of at most 200").isEmpty();
    }

    /**
     * Lists that cannot grow without end, and why. All others are read page by page. "Made by hand" is what an administrator sets up, one by one,
     * and of which screens offer all to choose from; work never adds to it.
     */
    private static final Map<String, String> BOUNDED = Map.ofEntries(
            Map.entry("/api/accounts/managers", "people who work here"),
            Map.entry("/api/accounts/{id}", "fifty agreements at most"),
            Map.entry("/api/accounts/{id}/work", "twenty promises, five reasons"),
            Map.entry("/api/customers/{id}/account", "agreements that hold, fifty at most, and the twenty latest accounts"),
            Map.entry("/api/customers/{id}/merges", "made by hand"),
            Map.entry("/api/customers/{id}/same-person", "five at most"),
            Map.entry("/api/assistant/contacts/{id}/reasons", "three at most"),
            Map.entry("/api/channels", "there is one for each adapter"),
            Map.entry("/api/channels/widgets", "made by hand"),
            Map.entry("/api/consults/departments", "made by hand"),
            Map.entry("/api/consults/figures", "one for each department"),
            Map.entry("/api/consults/{id}/departments", "made by hand"),
            Map.entry("/api/consults/{id}/conversation", "the last hundred messages; what a department needs to answer"),
            Map.entry("/api/customer-groups", "made by hand"),
            Map.entry("/api/desk/contacts/{id}/guidelines", "the twenty that fit best"),
            Map.entry("/api/desk/queues", "queues are made by hand"),
            Map.entry("/api/desk/conversations/{id}", "the newest messages; the others stand under it, page by page"),
            Map.entry("/api/desk/conversations/{id}/messages", "paged by the numbers of its messages, with before and after"),
            Map.entry("/api/email-accounts", "addresses are made by hand"),
            Map.entry("/api/follow-ups/{id}/owners", "people who work here"),
            Map.entry("/api/gesture-settings/teams", "made by hand"),
            Map.entry("/api/gestures/month", "one for each team"),
            Map.entry("/api/gestures/of", "of one customer, the newest twenty"),
            Map.entry("/api/intake/hours", "31 days at most"),
            Map.entry("/api/orders/imports/{id}/refused", "the first 200; all of them stand in the file beside it"),
            Map.entry("/api/organisation/brands", "made by hand"),
            Map.entry("/api/organisation/brands/{id}/hours", "one for each channel and site"),
            Map.entry("/api/organisation/brands/{id}/reasons", "made by hand"),
            Map.entry("/api/organisation/calendars", "made by hand"),
            Map.entry("/api/organisation/departments", "made by hand"),
            Map.entry("/api/organisation/partners", "made by hand"),
            Map.entry("/api/organisation/sites", "made by hand"),
            Map.entry("/api/people/me/skills", "what one person is good at"),
            Map.entry("/api/people/roles", "as many as there are roles"),
            Map.entry("/api/people/skills", "made by hand"),
            Map.entry("/api/people/teams", "made by hand"),
            Map.entry("/api/people/tokens", "made by hand"),
            Map.entry("/api/promise-rules", "made by hand"),
            Map.entry("/api/promise-rules/kept", "one for each rule"),
            Map.entry("/api/desk/conversations/{id}/sending-moments", "four at most"),
            Map.entry("/api/promises/usual", "four at most"),
            Map.entry("/api/promises/{id}/receivers", "people who work here"),
            Map.entry("/api/results/colleagues", "people who work here"),
            Map.entry("/api/routing/all-hands", "one for each queue"),
            Map.entry("/api/routing/all-hands/{id}/coaches", "people who are there now"),
            Map.entry("/api/routing/capacity", "people who work here"),
            Map.entry("/api/routing/notices", "what one has not read; fifty at most"),
            Map.entry("/api/routing/notices/sent", "of the last day; fifty at most"),
            Map.entry("/api/routing/notices/teams", "made by hand"),
            Map.entry("/api/routing/offers", "one at a time"),
            Map.entry("/api/routing/queues", "made by hand"),
            Map.entry("/api/routing/rules", "made by hand"),
            Map.entry("/api/routing/today", "one for each queue"),
            Map.entry("/api/fields", "made by hand, fifty at most"),
            Map.entry("/api/contacts/{id}/asked-fields", "of fields, of which there are fifty at most"),
            Map.entry("/api/sub-states", "made by hand, a hundred at most"),
            Map.entry("/api/session/all", "one's own open browsers"),
            Map.entry("/api/transfer-reasons", "made by hand"),
            Map.entry("/api/transfers/groups", "one for each brand, channel, week or queue: the hundred with the most contacts, as a ranking"),
            Map.entry("/api/transfers/moves", "a ranking: the hundred most frequent"),
            Map.entry("/api/text-blocks/fitting", "made by hand: five hundred of a brand, five hundred for all, two hundred of one's own"),
            Map.entry("/api/desk/views", "made by hand: fifty of one's own, fifty of each of one's teams"),
            Map.entry("/api/system/installation", "as many as there are checks"));

    @Test
    void everyListThatCanGrowWithoutEndIsReadPageByPage() throws Exception {
        List<String> endless = new ArrayList<>();
        JsonNode schemas = contract().at("/components/schemas");
        contract().get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            JsonNode answer = get.at("/responses/200/content").properties().stream().map(Map.Entry::getValue).findFirst()
                    .map(media -> media.path("schema")).orElse(tools.jackson.databind.node.MissingNode.getInstance());
            JsonNode named = schemas.path(answer.path("$ref").asString("").replace("#/components/schemas/", ""));
            boolean list = answer.path("type").asString("").equals("array") || named.path("properties").has("items") || named.path("properties").has("messages");
            boolean paged = get.path("parameters").valueStream().anyMatch(one -> one.get("name").asString().equals("cursor"))
                    && named.path("properties").has("next");
            if (list && !paged && !BOUNDED.containsKey(path.getKey()) && !path.getKey().startsWith("/api/widget/")) endless.add(path.getKey());
        });
        assertThat(endless).as("lists without a cursor of which BOUNDED does not say why they stay short").isEmpty();
    }

    /** Of two types with one name, the contract would show one for both. */
    @Test
    void noTwoTypesInItHaveTheSameName() {
        Map<String, Set<Class<?>>> byName = new TreeMap<>();
        mapping.getHandlerMethods().values().stream()
                .map(HandlerMethod::getMethod)
                .filter(method -> method.getDeclaringClass().getName().startsWith("nl.hartslag."))
                .flatMap(method -> Stream.concat(Stream.of(method.getGenericReturnType()), bodies(method)))
                .forEach(type -> collect(type, byName));
        assertThat(byName).hasSizeGreaterThan(50);
        assertThat(byName.values().stream().filter(types -> types.size() > 1)).isEmpty();
    }

    private static Stream<Type> bodies(Method method) {
        return Arrays.stream(method.getParameters()).filter(one -> one.isAnnotationPresent(RequestBody.class)).map(Parameter::getParameterizedType);
    }

    private static void collect(Type type, Map<String, Set<Class<?>>> byName) {
        if (type instanceof ParameterizedType generic) Arrays.stream(generic.getActualTypeArguments()).forEach(one -> collect(one, byName));
        if (!(type instanceof Class<?> one) || !one.isRecord() || !one.getName().startsWith("nl.hartslag.")) return;
        if (!byName.computeIfAbsent(nameInContract(one), name -> new HashSet<>()).add(one)) return;
        Arrays.stream(one.getRecordComponents()).forEach(part -> collect(part.getGenericType(), byName));
    }

    private static String nameInContract(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    /** A form with files speaks for itself; every other body shows what it looks like. */
    private static void check(String name, JsonNode body, JsonNode known, List<String> without) {
        body.path("content").properties().forEach(media -> {
            if (media.getKey().startsWith("multipart/")) return;
            boolean shown = media.getValue().has("example")
                    || media.getValue().path("examples").properties().stream()
                            .anyMatch(one -> known.has(one.getValue().path("$ref").asString("").replace("#/components/examples/", "")));
            if (!shown) without.add(name + " " + media.getKey());
        });
    }

    private void operations(java.util.function.BiConsumer<String, JsonNode> look) throws Exception {
        contract().get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey())) look.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
        }));
    }

    private void parameters(java.util.function.BiConsumer<String, JsonNode> look) throws Exception {
        operations((name, operation) -> operation.path("parameters").valueStream()
                .filter(parameter -> !parameter.get("in").asString().equals("header"))
                .forEach(parameter -> look.accept(name + " " + parameter.get("name").asString(), parameter)));
    }

    private JsonNode contract() throws Exception {
        var user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Reader", "en", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(), List.of(), Map.of()));
        String token = tokens.create(user, "contract", Set.of(Permission.SYSTEM_VIEW), null).token();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/openapi.json"))
                .header("Authorization", "Bearer " + token)
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        var contract = (tools.jackson.databind.node.ObjectNode) JSON.readTree(response.body());
        contract.remove("servers");
        return contract;
    }
}
