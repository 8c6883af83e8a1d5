package nl.hartslag.channels.internal.email.imap;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.platform.secrets.Secrets;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** Access tokens for XOAUTH2, from the account's refresh token or, without one, from its client credentials (RFC 6749). */
@Component
class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(2);
    private final Secrets secrets;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    AccessTokens(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    String accessToken(Imap imap) throws IOException {
        String key = imap.tokenUrl() + " " + imap.user() + " " + imap.secret().hashCode();
        Token token = kept.get(key);
        if (token == null || clock.instant().isAfter(token.until.minus(EARLY))) {
            token = fetch(imap);
            kept.put(key, token);
        }
        return token.value;
    }

    private Token fetch(Imap imap) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        boolean refresh = !imap.secret().isEmpty();
        form.put("grant_type", refresh ? "refresh_token" : "client_credentials");
        if (refresh) form.put("refresh_token", secrets.open(imap.secret()));
        else form.put("scope", "https://outlook.office365.com/.default");
        form.put("client_id", imap.clientId());
        if (!imap.clientSecret().isEmpty()) form.put("client_secret", secrets.open(imap.clientSecret()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(imap.tokenUrl())).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, Object> answer = response.statusCode() == 200 ? Json.map(JSONB.valueOf(response.body())) : Map.of();
            if (!(answer.get("access_token") instanceof String value)) {
                throw new IOException("the provider gives no access token (HTTP " + response.statusCode() + ")");
            }
            long seconds = answer.get("expires_in") instanceof Number number ? number.longValue() : 3_600;
            return new Token(value, clock.instant().plusSeconds(seconds));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
