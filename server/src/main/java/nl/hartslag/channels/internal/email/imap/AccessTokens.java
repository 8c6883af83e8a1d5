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
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.email.account.RefreshTokens;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.AccountId;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Access tokens for XOAUTH2, from the account's refresh token or, without one, from its client credentials (RFC 6749). */
@Component
class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(2);
    private final Secrets secrets;
    private final RefreshTokens refreshTokens;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<AccountId, Kept> kept = new ConcurrentHashMap<>();

    AccessTokens(Secrets secrets, RefreshTokens refreshTokens, Clock clock) {
        this.secrets = secrets;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /** @param from the sealed refresh token it belongs to */
    private record Token(String value, Instant until, String tokenUrl, String user, String from) {
        boolean isOf(Imap imap, String refreshToken) {
            return tokenUrl.equals(imap.tokenUrl()) && user.equals(imap.user()) && from.equals(refreshToken);
        }
    }

    private record Replacement(String before, String by) {}

    String accessToken(EmailAccount account) throws IOException {
        return kept.computeIfAbsent(account.id(), _ -> new Kept()).token(account);
    }

    /** Of one account, one caller at a time: a provider may take back a refresh token that is used twice. */
    private final class Kept {
        private @Nullable Token token;
        private @Nullable Replacement unstored;

        synchronized String token(EmailAccount account) throws IOException {
            store(account.id());
            Imap imap = account.imap().orElseThrow();
            String from = refreshTokens.current(account);
            Token last = token;
            if (last != null && last.isOf(imap, from) && !clock.instant().isAfter(last.until.minus(EARLY))) return last.value;
            Map<String, Object> answer = ask(imap, from);
            if (answer.get("refresh_token") instanceof String given && !from.isEmpty() && !given.equals(secrets.open(from))) {
                unstored = new Replacement(from, secrets.seal(given));
                from = unstored.by;
                store(account.id());
            }
            long seconds = answer.get("expires_in") instanceof Number number ? number.longValue() : 3_600;
            Token fresh = new Token((String) answer.get("access_token"), clock.instant().plusSeconds(seconds), imap.tokenUrl(), imap.user(), from);
            token = fresh;
            return fresh.value;
        }

        /** Again before the next use if the database was away, since the provider may take the old one no more. */
        private void store(AccountId id) {
            Replacement waiting = unstored;
            if (waiting != null) refreshTokens.replace(id, waiting.before, waiting.by);
            unstored = null;
        }
    }

    private Map<String, Object> ask(Imap imap, String refreshToken) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        boolean refresh = !refreshToken.isEmpty();
        form.put("grant_type", refresh ? "refresh_token" : "client_credentials");
        if (refresh) form.put("refresh_token", secrets.open(refreshToken));
        else form.put("scope", "https://outlook.office365.com/.default");
        form.put("client_id", imap.clientId());
        if (!imap.clientSecret().isEmpty()) form.put("client_secret", secrets.open(imap.clientSecret()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(imap.tokenUrl())).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, Object> answer = response.statusCode() == 200 ? Json.map(JSONB.valueOf(response.body())) : Map.of();
            if (!(answer.get("access_token") instanceof String)) {
                throw new IOException("the provider gives no access token (HTTP " + response.statusCode() + ")");
            }
            return answer;
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
