package nl.hartslag.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal a person can act on. Rendered in one place as problem details (RFC 9457) in the reader's language; the texts
 * stand under the code in {@code texts/problems_*.properties}: {@code <code>.title} and {@code <code>.detail}, where
 * arguments are written as {@code {name}}.
 */
public final class Problem extends RuntimeException {
    private final String code;
    private final int status;
    private final Map<String, Object> arguments = new LinkedHashMap<>();
    private final Map<String, String> fieldErrors = new LinkedHashMap<>();
    private final Map<String, Long> limits = new LinkedHashMap<>();

    private Problem(String code, int status) {
        super(code, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** @param code stable, such as {@code contacts/already-closed}; @param status the HTTP status it is rendered with */
    public static Problem of(String code, int status) {
        return new Problem(code, status);
    }

    public static Problem notFound(String what) {
        return new Problem(what + "/not-found", 404);
    }

    public static Problem invalid(String field, String fieldCode) {
        return new Problem("request/invalid", 422).field(field, fieldCode);
    }

    public static Problem invalid(String field, String fieldCode, long limit) {
        return new Problem("request/invalid", 422).field(field, fieldCode, limit);
    }

    /** A value for the text, and for the reader of the JSON. */
    public Problem with(String name, Object value) {
        arguments.put(name, value);
        return this;
    }

    /** What is wrong with one field; the text stands under {@code field/<fieldCode>}. */
    public Problem field(String field, String fieldCode) {
        fieldErrors.put(field, fieldCode);
        return this;
    }

    /** @param limit that was passed, {@code {limit}} in the text */
    public Problem field(String field, String fieldCode, long limit) {
        limits.put(field, limit);
        return field(field, fieldCode);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    public Map<String, String> fieldErrors() {
        return fieldErrors;
    }

    @Nullable Long limit(String field) {
        return limits.get(field);
    }
}
