package nl.hartslag.platform.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Map;

/** What a broken constraint is called: its own code when its message is one ({@code code:too-short}), else by its kind. */
final class FieldCodes {
    private FieldCodes() {}

    static void add(Problem problem, String field, ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        Map<String, Object> limits = constraint.getAttributes();
        if (violation.getMessage().startsWith("code:")) {
            problem.field(field, violation.getMessage().substring(5));
            return;
        }
        switch (constraint.getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> problem.field(field, "required");
            case "Size" -> size(problem, field, violation.getInvalidValue(), limits);
            case "Email" -> problem.field(field, "email");
            case "Min" -> problem.field(field, "at-least", (long) limits.get("value"));
            case "Max" -> problem.field(field, "at-most", (long) limits.get("value"));
            case "Pattern" -> problem.field(field, "pattern");
            default -> problem.field(field, "invalid");
        }
    }

    private static void size(Problem problem, String field, Object value, Map<String, Object> limits) {
        int size = switch (value) {
            case CharSequence text -> text.length();
            case Collection<?> all -> all.size();
            case Map<?, ?> all -> all.size();
            default -> Integer.MAX_VALUE;
        };
        if (size < (int) limits.get("min")) problem.field(field, "required");
        else problem.field(field, value instanceof CharSequence ? "too-long" : "too-many", (int) limits.get("max"));
    }
}
