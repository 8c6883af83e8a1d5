package nl.hartslag.platform.problem;

import org.jspecify.annotations.Nullable;

/** Names of field errors: a constraint's own code when its message is one ({@code code:too-short}), else by its kind. */
final class FieldCodes {
    private FieldCodes() {}

    static String of(@Nullable String constraint, @Nullable String message) {
        if (message != null && message.startsWith("code:")) return message.substring(5);
        return switch (constraint == null ? "" : constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "size";
            case "Email" -> "email";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "range";
            case "Pattern" -> "pattern";
            default -> "invalid";
        };
    }
}
