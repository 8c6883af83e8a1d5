package nl.hartslag.platform.idempotency;

import java.util.Map;

/** An answer as it was given. @param body in Base64 */
record Kept(int status, Map<String, String> headers, String body) {}
