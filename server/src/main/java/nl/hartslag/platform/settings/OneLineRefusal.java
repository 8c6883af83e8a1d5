package nl.hartslag.platform.settings;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;

/** Says in one line why the product does not start, where a person can mend it; anything else keeps its stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineRefusal implements SpringBootExceptionReporter {

    OneLineRefusal(@Nullable ConfigurableApplicationContext ignored) {
    }

    @Override
    public boolean reportException(Throwable failure) {
        var line = explain(failure);
        line.ifPresent(text -> System.err.println("Hartslag does not start: " + text));
        return line.isPresent();
    }

    static Optional<String> explain(Throwable failure) {
        // settings that refuse themselves have the last word over the binding that wraps them
        return causes(failure).filter(StartRefused.class::isInstance).map(Throwable::getMessage).findFirst()
                .or(() -> causes(failure).map(OneLineRefusal::one).flatMap(Optional::stream).findFirst());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50);
    }

    private static Optional<String> one(Throwable cause) {
        return switch (cause) {
            case PortInUseException port -> Optional.of("port %d is in use. Stop what uses it, or choose another with --port.".formatted(port.getPort()));
            case BindException wrong when wrong.getName().toString().startsWith("hartslag") -> Optional.of(explain(wrong));
            default -> Optional.empty();
        };
    }

    private static String explain(BindException wrong) {
        if (wrong.getCause() instanceof BindValidationException invalid) {
            return invalid.getValidationErrors().getAllErrors().stream()
                    .map(error -> error instanceof FieldError field
                            ? "%s.%s %s, but is '%s'".formatted(wrong.getName(), DataObjectPropertyName.toDashedForm(field.getField()), error.getDefaultMessage(), field.getRejectedValue())
                            : wrong.getName() + " " + error.getDefaultMessage())
                    .collect(Collectors.joining("; "));
        }
        var property = wrong.getProperty();
        var type = wrong.getTarget().getType().resolve(Object.class).getSimpleName();
        return property == null
                ? wrong.getName() + " is not understood: " + rootMessage(wrong)
                : "%s cannot be '%s'; it must be a valid %s.".formatted(property.getName(), property.getValue(), type);
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
