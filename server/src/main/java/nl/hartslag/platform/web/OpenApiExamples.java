package nl.hartslag.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.hartslag.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Completes the contract where one rule serves for all: an example at every body, the refusals a summary speaks of with
 * their real words, and what the parameters of every list mean.
 */
@Component
class OpenApiExamples implements OpenApiCustomizer {
    /** A refusal as a summary names it: {@code 409 contacts/taken}. */
    private static final Pattern NAMED = Pattern.compile("\\b(4\\d\\d) ([a-z-]+(?:/[a-z-]+)+)");
    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, String> GENERAL = Map.of(
            "401", "access/sign-in", "403", "access/denied", "404", "request/not-found", "422", "request/invalid",
            "429", "people/throttled", "503", "system/database-unreachable");
    private static final Map<String, String> IN_QUERY = Map.ofEntries(
            Map.entry("cursor", "`next` of the page before; absent for the first page"),
            Map.entry("limit", "How many items a page has at most"),
            Map.entry("search", "Words to look for"),
            Map.entry("q", "Words to look for"),
            Map.entry("from", "From this moment or day, included"),
            Map.entry("to", "To this moment or day, not included"),
            Map.entry("until", "To this moment, not included"),
            Map.entry("brand", "Only of this brand"),
            Map.entry("channel", "Only of this channel"),
            Map.entry("queue", "Only of this queue"),
            Map.entry("team", "Only of this team"),
            Map.entry("user", "Only of this person"),
            Map.entry("country", "Only of customers in this country, in two capitals"));
    private static final Map<String, String> IN_PATH = Map.of(
            "id", "Which one",
            "brand", "Which brand",
            "user", "Which person",
            "guideline", "Which guideline",
            "message", "Which message",
            "identity", "Which address",
            "seq", "The number of the message in its conversation",
            "kind", "What is being written",
            "key", "The key of the widget, as it stands in the page of the shop");
    private final ProblemTexts texts;

    OpenApiExamples(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    public void customise(OpenAPI api) {
        var values = new ExampleValues(api.getComponents().getSchemas());
        api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> {
            refusals(path, operation);
            if (operation.getParameters() != null) operation.getParameters().forEach(OpenApiExamples::describe);
            if (operation.getRequestBody() != null) exemplify(api, values, operation.getRequestBody().getContent(), null);
            operation.getResponses().forEach((status, response) -> exemplify(api, values, response.getContent(), status));
        }));
    }

    private void refusals(String path, Operation operation) {
        var named = NAMED.matcher(operation.getSummary() + " " + operation.getDescription());
        while (named.find()) refusal(operation, named.group(1), named.group(2));
        if (path.contains("{")) refusal(operation, "404", "request/not-found");
        if (takesKey(operation)) {
            refusal(operation, "409", "idempotency/still-running");
            refusal(operation, "422", "idempotency/other-request");
        }
    }

    private static boolean takesKey(Operation operation) {
        return operation.getParameters() != null && operation.getParameters().stream().anyMatch(one -> one.getName().equals("Idempotency-Key"));
    }

    private void refusal(Operation operation, String status, String code) {
        Optional<String> title = texts.find("en", code + ".title");
        ApiResponse known = operation.getResponses().get(status);
        if (title.isEmpty() || known != null && code.equals("request/not-found")) return;
        if (known == null) {
            known = new ApiResponse().description(title.get()).content(new Content().addMediaType(
                    PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            operation.getResponses().addApiResponse(status, known);
        }
        MediaType media = known.getContent() == null ? null : known.getContent().get(PROBLEM);
        if (media != null) media.addExamples(code, new Example().value(code));
    }

    private void exemplify(OpenAPI api, ExampleValues values, @Nullable Content content, @Nullable String status) {
        if (content == null) return;
        content.forEach((type, media) -> {
            if (type.equals(PROBLEM)) {
                problem(api, media, String.valueOf(status));
            } else if (media.getExample() == null && media.getExamples() == null && media.getSchema() != null && type.contains("json")) {
                media.setExample(values.of(media.getSchema()));
            } else if (media.getExample() == null && type.startsWith("text/plain")) {
                media.setExample("hikaricp_connections_pending{pool=\"main\"} 0.0");
            }
        });
    }

    /** Each problem stands once among the components; where it may come, one refers to it. */
    private void problem(OpenAPI api, MediaType media, String status) {
        if (media.getExamples() == null) media.addExamples(GENERAL.getOrDefault(status, "request/unreadable"), new Example());
        Map<String, Example> referring = new LinkedHashMap<>();
        media.getExamples().keySet().forEach(code -> {
            String name = code.replace('/', '.');
            if (api.getComponents().getExamples() == null || !api.getComponents().getExamples().containsKey(name)) {
                api.getComponents().addExamples(name, new Example().value(body(code, status)));
            }
            referring.put(name, new Example().$ref("#/components/examples/" + name));
        });
        media.setExamples(referring);
    }

    private Map<String, Object> body(String code, String status) {
        Map<String, Object> arguments = code.equals("access/denied") ? Map.of("permission", "customers.view") : Map.of();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:hartslag:" + code);
        body.put("status", Integer.valueOf(status));
        body.put("code", code);
        body.put("title", texts.text("en", code + ".title", arguments));
        body.put("detail", texts.text("en", code + ".detail", arguments));
        body.put("correlationId", "b7c1e0a2");
        if (code.equals("request/invalid")) body.put("errors", Map.of("name", texts.text("en", "field/required", Map.of())));
        return body;
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() != null) return;
        Map<String, String> words = parameter.getIn().equals("path") ? IN_PATH : IN_QUERY;
        parameter.setDescription(words.get(parameter.getName()));
    }
}
