package nl.hartslag.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;

/**
 * A command with a key, as the request says it.
 *
 * @param caller a hash of the person, and of the token for a program
 * @param body   read from the request
 */
record KeyedCommand(String caller, String key, String fingerprint, byte[] body) {
    static final String HEADER = "Idempotency-Key";
    /** In bytes. Commands are small; only files are not. */
    static final int LARGEST = 1 << 20;
    /** A string of RFC 8941, as the draft wants it, or the same without quotes. */
    private static final Pattern KEY = Pattern.compile("\"([!#-\\[\\]-~ ]{1,200})\"|([!#-+\\--:<-~]{1,200})");
    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** Signing in and what customers reach have ways of their own. */
    static boolean mayHaveKey(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean signsInOrOut = path.equals("/api/session") && !request.getMethod().equals("PATCH");
        return COMMANDS.contains(request.getMethod()) && path.startsWith("/api/") && !path.startsWith("/api/widget/") && !signsInOrOut;
    }

    static KeyedCommand of(HttpServletRequest request, Access who, Optional<String> token) throws IOException {
        String key = key(request.getHeader(HEADER));
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) throw Problem.of("idempotency/files", 422);
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw Problem.of("idempotency/too-large", 413).with("megabytes", LARGEST >> 20);
        String caller = hash(bytes(who.user() + " " + token.orElse("")));
        return new KeyedCommand(caller, key, hash(bytes(request.getMethod() + " " + request.getRequestURI() + "?" + query(request)), body), body);
    }

    private static String key(String header) {
        var matcher = KEY.matcher(header.strip());
        if (!matcher.matches()) throw Problem.of("idempotency/key-unreadable", 400);
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private static String query(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return query == null ? "" : query;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
