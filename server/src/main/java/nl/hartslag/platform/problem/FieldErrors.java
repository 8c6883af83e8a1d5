package nl.hartslag.platform.problem;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one form, so that a person sees all of it at once. */
public final class FieldErrors {
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<String, Long> limits = new LinkedHashMap<>();

    /** Adds an error when the condition does not hold; the first error of a field stays. */
    public FieldErrors check(boolean holds, String field, String code) {
        if (!holds) errors.putIfAbsent(field, code);
        return this;
    }

    /** @param limit that was passed, {@code {limit}} in the text */
    public FieldErrors check(boolean holds, String field, String code, long limit) {
        if (!holds && errors.putIfAbsent(field, code) == null) limits.put(field, limit);
        return this;
    }

    /** A text that must be filled in, of at most this many characters. */
    public FieldErrors text(String field, @Nullable String value, int most) {
        check(value != null && !value.isBlank(), field, "required");
        return notLonger(field, value, most);
    }

    /** A text that may be left out. */
    public FieldErrors notLonger(String field, @Nullable String value, int most) {
        return check(value == null || value.strip().length() <= most, field, "too-long", most);
    }

    /** So many lines, rows, files or whatever the field holds. */
    public FieldErrors atMost(String field, Collection<?> all, int most) {
        return check(all.size() <= most, field, "too-many", most);
    }

    public FieldErrors pattern(String field, @Nullable String value, Pattern pattern) {
        check(value != null && !value.isBlank(), field, "required");
        return check(value == null || pattern.matcher(value).matches(), field, "pattern");
    }

    public FieldErrors oneOf(String field, @Nullable String value, Collection<String> allowed) {
        return check(value != null && allowed.contains(value), field, value == null ? "required" : "unknown");
    }

    public FieldErrors range(String field, long value, long least, long most) {
        return check(value >= least, field, "at-least", least).check(value <= most, field, "at-most", most);
    }

    /**
     * What is chosen exists, and is archived only where it was chosen before it was.
     *
     * @param archived all there is, and whether it is archived
     */
    public <I> FieldErrors chosen(String field, Collection<I> chosen, Collection<I> before, Map<I, Boolean> archived) {
        return check(archived.keySet().containsAll(chosen), field, "unknown")
                .check(chosen.stream().allMatch(one -> before.contains(one) || !archived.getOrDefault(one, false)), field, "archived");
    }

    /** What was wrong so far: field to code. */
    public Map<String, String> found() {
        return Collections.unmodifiableMap(errors);
    }

    /** What was passed by that field, where its code tells a limit. */
    public @Nullable Long limit(String field) {
        return limits.get(field);
    }

    /** Refuses with {@code request/invalid} if anything was wrong. */
    public void verify() {
        if (errors.isEmpty()) return;
        Problem problem = Problem.of("request/invalid", 422);
        errors.forEach(problem::field);
        limits.forEach((field, limit) -> problem.field(field, errors.get(field), limit));
        throw problem;
    }
}
