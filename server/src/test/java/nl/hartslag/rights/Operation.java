package nl.hartslag.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.testing.Browser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One operation of the contract. */
record Operation(String method, String path, JsonNode said) {
    private static final Path CONTRACT = Path.of("../api/openapi.json");
    private static final String NEEDS = "Needs the right ";

    record Parameter(String name, boolean required, JsonNode schema) {}

    static List<Operation> all() {
        try {
            List<Operation> all = new ArrayList<>();
            Browser.JSON.readTree(Files.readString(CONTRACT)).get("paths").properties().forEach(path -> path.getValue().properties()
                    .forEach(one -> all.add(new Operation(one.getKey().toUpperCase(), path.getKey(), one.getValue()))));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return method + " " + path;
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean needsSignIn() {
        return said.has("security");
    }

    /** One of these is enough; empty when signing in is. */
    Set<Permission> permissions() {
        String needs = said.at("/responses/403/description").asString("");
        if (!needsSignIn() || !needs.startsWith(NEEDS)) return Set.of();
        return Arrays.stream(needs.substring(NEEDS.length()).split(" or ")).map(Permission::of).collect(Collectors.toSet());
    }

    List<String> inPath() {
        return parameters("path").stream().map(Parameter::name).toList();
    }

    List<Parameter> inQuery() {
        return parameters("query");
    }

    private List<Parameter> parameters(String in) {
        return said.path("parameters").valueStream()
                .filter(one -> one.get("in").asString().equals(in))
                .map(one -> new Parameter(one.get("name").asString(), one.path("required").asBoolean(), one.get("schema")))
                .toList();
    }

    @Nullable String mediaType() {
        var types = said.at("/requestBody/content").properties();
        return types.isEmpty() ? null : types.iterator().next().getKey();
    }

    JsonNode example() {
        return said.at("/requestBody/content/application~1json/example");
    }
}
