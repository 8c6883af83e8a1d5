package nl.hartslag.rights;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.rights.Planted.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls operations of the contract with what was planted filled in. */
final class Calls {
    private static final String FIRST = "2026-01-01";
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final Clock clock;

    Calls(String address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    record Call(Operation operation, String address) {
        @Override
        public String toString() {
            return operation.method() + " " + address;
        }
    }

    record Answer(int status, String body) {
        /** Without what every answer has of its own. */
        String said() {
            return status + " " + body.replaceAll("\"(correlationId|lastUsedAt|lastSeenAt)\":\"[^\"]*\",?", "");
        }
    }

    /** With everything that must be filled in, from what was planted; empty when it names something that was not. */
    Optional<Call> call(Operation operation, Planted planted) {
        Optional<String> path = path(operation, planted);
        StringBuilder query = new StringBuilder();
        operation.inQuery().stream().filter(Operation.Parameter::required)
                .forEach(one -> values(one, planted).findFirst().ifPresent(value -> add(query, one.name(), value)));
        return path.map(it -> new Call(operation, it + query));
    }

    /** The same with each parameter that may be left out, in every way that could bring something to light. */
    List<Call> variants(Operation operation, Planted planted) {
        Call plain = call(operation, planted).orElseThrow();
        List<Call> all = new ArrayList<>(List.of(plain));
        operation.inQuery().stream().filter(one -> !one.required()).forEach(one -> values(one, planted).forEach(value -> {
            StringBuilder query = new StringBuilder(plain.address());
            add(query, one.name(), value);
            all.add(new Call(operation, query.toString()));
        }));
        return all;
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.indexOf("?") < 0 ? "?" : "&").append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static Optional<String> path(Operation operation, Planted planted) {
        String path = operation.path();
        for (String variable : operation.inPath()) {
            Optional<String> value = Optional.ofNullable(WhoseRoutes.NO_ROW.get(variable))
                    .or(() -> WhoseRoutes.named(operation, variable).flatMap(planted::id));
            if (value.isEmpty()) return Optional.empty();
            path = path.replace("{" + variable + "}", value.get());
        }
        return Optional.of(path);
    }

    private Stream<String> values(Operation.Parameter parameter, Planted planted) {
        if (parameter.schema().has("enum")) return parameter.schema().get("enum").valueStream().map(JsonNode::asString);
        if (parameter.schema().path("type").asString("").equals("boolean")) return Stream.of("true", "false");
        Kind kind = WhoseRoutes.IN_BODY.get(parameter.name());
        boolean moment = parameter.schema().path("format").asString("").equals("date-time");
        return switch (parameter.name()) {
            case "cursor", "limit" -> parameter.schema().has("maximum") ? Stream.of(parameter.schema().get("maximum").asString()) : Stream.of();
            case "version" -> Stream.of("0");
            case "from" -> Stream.of(moment ? FIRST + "T00:00:00Z" : FIRST);
            case "to", "until" -> Stream.of(moment ? "2027-06-01T00:00:00Z" : "2027-06-01");
            case "subject" -> planted.ids().values().stream();
            default -> kind != null ? planted.id(kind).stream() : parameter.schema().path("type").asString("").equals("string")
                    && !parameter.schema().has("format") ? Stream.of(planted.word()) : Stream.of();
        };
    }

    /** The same for rows that nobody has. */
    static Planted nothing(Planted like) {
        Map<Kind, String> ids = new EnumMap<>(Kind.class);
        like.ids().keySet().forEach(kind -> ids.put(kind, UUID.randomUUID().toString()));
        return new Planted("nobody", "", ids);
    }

    /** @param inBody whose ids stand in the body */
    Answer send(Call call, @Nullable String token, Planted inBody) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + call.address())).timeout(Duration.ofSeconds(60)).header("Accept-Language", "en");
        if (token != null) request.header("Authorization", "Bearer " + token);
        String type = call.operation().mediaType();
        if (type == null) {
            request.method(call.operation().method(), BodyPublishers.noBody());
        } else if (type.startsWith("multipart/")) {
            request.header("Content-Type", type + "; boundary=zz").method(call.operation().method(), BodyPublishers.ofString(
                    "--zz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\nnumber\r\n--zz--\r\n"));
        } else {
            request.header("Content-Type", type).method(call.operation().method(), BodyPublishers.ofString(body(call.operation(), inBody)));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    Answer post(String path, String body, String token) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(body), token);
    }

    Answer delete(String path, String token) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody(), token);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60)).header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json").method(method, body);
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** What is sent with it. */
    String body(Operation operation, Planted planted) {
        return filled(operation.example(), "", planted).toString();
    }

    /** The example of the contract with planted ids instead of made-up ones, and moments that are still to come. */
    private JsonNode filled(JsonNode value, String field, Planted planted) {
        if (value.isObject() && Set.of("skills", "skillsUntil", "preferred").contains(field)) return JsonNodeFactory.instance.objectNode();
        if (value.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(part -> filled.set(part.getKey(), filled(part.getValue(), part.getKey(), planted)));
            return filled;
        }
        if (value.isArray() && field.equals("holidays")) return JsonNodeFactory.instance.arrayNode();
        if (value.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> {
                JsonNode one = filled(each, field, planted);
                if (!one.isNull()) filled.add(one);
            });
            return filled;
        }
        if (!value.isString()) return value;
        if (field.equals("opens") || field.equals("closes")) return JsonNodeFactory.instance.stringNode(field.equals("opens") ? "09:00" : "17:00");
        String text = value.asString();
        if (text.matches("\\d{4}-.*T.*Z")) {
            return JsonNodeFactory.instance.stringNode(clock.instant().plus(field.equals("from") ? Duration.ofDays(1) : Duration.ofDays(2)).toString());
        }
        Kind kind = WhoseRoutes.IN_BODY.get(field);
        return kind == null || !text.matches("[0-9a-f-]{36}") ? value
                : planted.id(kind).<JsonNode>map(JsonNodeFactory.instance::stringNode).orElse(JsonNodeFactory.instance.nullNode());
    }

    /** What the stream of news brings, from the beginning of what is kept; it stays open until it is closed. */
    java.io.InputStream live(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/live?after=0")).header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
    }
}
