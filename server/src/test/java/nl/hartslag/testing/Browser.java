package nl.hartslag.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who works with the product through its interface, signed in as a browser is: cookie and forgery token. */
public final class Browser {
    public static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String address;

    public Browser(String address) {
        this.address = address;
    }

    /** An answer; without JSON the body is empty. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {
        public String code() {
            return body.path("code").asString("");
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return call("GET", path, null);
    }

    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return call("POST", path, body);
    }

    public Answer call(String method, String path, Object body) throws IOException, InterruptedException {
        var request = request(path).timeout(Duration.ofSeconds(90)).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        keepCookies(response);
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response.headers());
    }

    /** Signs in as the log-in page does. */
    public Answer signIn(String email, String password) throws IOException, InterruptedException {
        get("/api/session");
        return post("/api/session", Map.of("email", email, "password", password));
    }

    /** Loses a cookie, as an attacker's page does not have it. */
    public void forget(String cookie) {
        cookies.remove(cookie);
    }

    /** An open stream of news that goes on after {@code last}. */
    public HttpResponse<java.io.InputStream> live(String last) throws IOException, InterruptedException {
        var request = request("/api/live").header("Accept", "text/event-stream");
        if (!last.isEmpty()) request.header("Last-Event-ID", last);
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "en");
        if (cookies.containsKey("XSRF-TOKEN")) request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        String all = cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).reduce((a, b) -> a + "; " + b).orElse("");
        if (!all.isEmpty()) request.header("Cookie", all);
        return request;
    }

    private void keepCookies(HttpResponse<?> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }
}
