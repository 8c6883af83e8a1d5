package nl.hartslag.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.settings.PlatformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Any store that speaks the S3 protocol, addressed by path. Each object is named by the hash that also signs its payload. */
public final class S3Store implements ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(S3Store.class);
    private static final String NOTHING = S3Signature.sha256("");
    private static final String PROBE = "Hartslag may write here.";
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]+)</Code>");
    private static final Pattern ENDPOINT = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?/*|https?://\\[[0-9a-fA-F:]+](:\\d{1,5})?/*");
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final S3Signature signature;
    private final Clock clock;

    private S3Store(String base, S3Signature signature, Clock clock) {
        this.base = base;
        this.signature = signature;
        this.clock = clock;
    }

    /** @throws StartRefused when something that it needs is missing or cannot be right */
    public static S3Store of(PlatformSettings.S3 settings, Clock clock) {
        String endpoint = settings.endpoint().orElseThrow(() -> missing("endpoint", "https://s3.eu-central-1.amazonaws.com"));
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new StartRefused("hartslag.blobs.s3.endpoint must be an address such as https://s3.eu-central-1.amazonaws.com, but is '%s'.".formatted(endpoint));
        }
        String bucket = settings.bucket().filter(b -> !b.isBlank()).orElseThrow(() -> missing("bucket", "our-mail"));
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new StartRefused("hartslag.blobs.s3.bucket '%s' cannot be the name of a bucket.".formatted(bucket));
        }
        if (!settings.prefix().matches("[A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)*/?")) {
            throw new StartRefused("hartslag.blobs.s3.prefix may hold letters, digits, - _ . and /, such as hartslag/, but is '%s'.".formatted(settings.prefix()));
        }
        String path = endpoint.replaceAll("/+$", "") + "/" + bucket + "/" + settings.prefix();
        return new S3Store(path, new S3Signature(settings.region(),
                settings.accessKey().filter(k -> !k.isBlank()).orElseThrow(() -> missing("access-key", "AKIA…")),
                settings.secretKey().filter(k -> !k.isBlank()).orElseThrow(() -> new StartRefused(
                        "The object store needs its secret key: set HARTSLAG_BLOBS_S3_SECRET_KEY, or HARTSLAG_BLOBS_S3_SECRET_KEY_FILE to a file that holds it."))), clock);
    }

    private static StartRefused missing(String name, String example) {
        return new StartRefused("hartslag.blobs.s3.%s is not set; the object store needs it, for example %s.".formatted(name, example));
    }

    /**
     * Writes and reads a few bytes.
     *
     * @return what is wrong for the moment, when the store cannot be reached: that is no reason not to start
     * @throws StartRefused when the store answers and will not have us
     */
    public Optional<String> check() {
        try {
            put(S3Signature.sha256(PROBE), PROBE.length(), () -> new java.io.ByteArrayInputStream(PROBE.getBytes(StandardCharsets.UTF_8)));
            try (InputStream back = open(S3Signature.sha256(PROBE))) {
                back.readAllBytes();
            }
            return Optional.empty();
        } catch (Refusal refused) {
            throw new StartRefused(advice(refused), refused);
        } catch (IOException | UncheckedIOException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }

    private String advice(Refusal refused) {
        return "The object store at %s refuses us: %s. ".formatted(base, refused.getMessage()) + switch (refused.code) {
            case "NoSuchBucket" -> "Create the bucket, or correct hartslag.blobs.s3.bucket.";
            case "InvalidAccessKeyId", "SignatureDoesNotMatch" -> "Check hartslag.blobs.s3.access-key and the secret key.";
            case "AuthorizationHeaderMalformed", "PermanentRedirect" -> "Set hartslag.blobs.s3.region to the bucket's region, and the endpoint to that of the region.";
            case "AccessDenied" -> "Give the key the rights to put, get and delete objects in this bucket.";
            case "RequestTimeTooSkewed" -> "Set the clock of this machine.";
            default -> "Check hartslag.blobs.s3.endpoint, bucket, region and keys.";
        };
    }

    @Override
    public void put(String hash, long size, Content content) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try (InputStream bytes = content.open()) {
                BodyPublisher body = size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), size);
                HttpResponse<String> answer = send(request("PUT", hash, hash).PUT(body), BodyHandlers.ofString());
                if (answer.statusCode() == 200) return;
                fail("PUT", answer.statusCode(), answer.body());
            } catch (Refusal refused) {
                throw refused;
            } catch (IOException passing) {
                pause(attempt, passing);
            }
        }
    }

    @Override
    public InputStream open(String hash) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<InputStream> answer = send(request("GET", hash, NOTHING).GET(), BodyHandlers.ofInputStream());
                if (answer.statusCode() == 200) return new CheckedContent(answer.body(), hash);
                String words = new String(answer.body().readNBytes(8_192), StandardCharsets.UTF_8);
                answer.body().close();
                if (answer.statusCode() == 404 && !words.contains("NoSuchBucket")) throw Problem.of("blobs/not-found", 404);
                fail("GET", answer.statusCode(), words);
            } catch (Refusal refused) {
                throw new UncheckedIOException(refused);
            } catch (IOException passing) {
                try {
                    pause(attempt, passing);
                } catch (IOException enough) {
                    throw new UncheckedIOException(enough);
                }
            }
        }
    }

    @Override
    public void delete(String hash) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = send(request("DELETE", hash, NOTHING).DELETE(), BodyHandlers.ofString());
                if (answer.statusCode() == 204 || answer.statusCode() == 200 || answer.statusCode() == 404) return;
                fail("DELETE", answer.statusCode(), answer.body());
            } catch (Refusal refused) {
                throw refused;
            } catch (IOException passing) {
                pause(attempt, passing);
            }
        }
    }

    private HttpRequest.Builder request(String method, String hash, String payloadHash) {
        URI address = URI.create(base + hash);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        signature.headers(method, address, payloadHash, clock.instant()).forEach(request::header);
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private static void fail(String method, int status, String words) throws IOException {
        Matcher code = CODE.matcher(words);
        String named = code.find() ? code.group(1) : "";
        String said = "%s gave HTTP %d %s".formatted(method, status, named).strip();
        if (status >= 500 || status == 429 || status == 408) throw new IOException(said);
        throw new Refusal(said, named);
    }

    private static void pause(int attempt, IOException fault) throws IOException {
        if (attempt >= TRIES || Thread.currentThread().isInterrupted()) throw fault;
        LOG.debug("the object store is tried again: {}", fault.toString());
        try {
            Thread.sleep(200L << attempt);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw fault;
        }
    }

    /** The store answers, and the answer will be the same next time. */
    private static final class Refusal extends IOException {
        private final String code;

        Refusal(String message, String code) {
            super(message);
            this.code = code;
        }
    }
}
