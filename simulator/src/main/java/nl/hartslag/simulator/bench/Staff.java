package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import nl.hartslag.simulator.chat.EventStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who works there, logged in with a session as a browser is. */
public final class Staff {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI url;

    public Staff(URI url, String email, String password) throws IOException, InterruptedException {
        this.url = url;
        call("GET", "/api/session", null);
        JsonNode session = call("POST", "/api/session",
                JSON.writeValueAsString(java.util.Map.of("email", email, "password", password)));
        if (!session.has("user")) throw new IOException("could not log in as " + email + ": " + session);
    }

    /** Everybody may know it: the log-in page of the demo tells it. */
    public static String passwordOfDemo(URI url) throws IOException, InterruptedException {
        try (HttpClient anybody = HttpClient.newHttpClient()) {
            String told = anybody.send(HttpRequest.newBuilder(url.resolve("/api/demo")).build(), HttpResponse.BodyHandlers.ofString()).body();
            if (told.isBlank()) throw new IOException("this is not the demo company");
            return JSON.readTree(told).path("password").asString("");
        }
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return call("GET", path, null);
    }

    public JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return call(method, path, JSON.writeValueAsString(body));
    }

    private JsonNode call(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(each -> each.getName().equals(name)).findFirst()
                .map(HttpCookie::getValue).orElse("");
    }

    /** The stream of news on this person's screen. */
    EventStream live() throws IOException, InterruptedException {
        var response = http.send(HttpRequest.newBuilder(url.resolve("/api/live")).header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) throw new IOException("no stream: " + response.statusCode());
        return new EventStream(response.body());
    }
}
