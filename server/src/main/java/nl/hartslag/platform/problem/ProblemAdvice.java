package nl.hartslag.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Whatever goes wrong in a request ends here. What nobody foresaw is logged with its trace and told without it. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private final ProblemRenderer renderer;

    ProblemAdvice(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ExceptionHandler(Exception.class)
    void handle(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (thrown instanceof AsyncRequestNotUsableException) return;
        renderer.write(request, response, problemOf(thrown, request));
    }

    private Problem problemOf(Exception thrown, HttpServletRequest request) {
        return switch (thrown) {
            case Problem problem -> problem;
            case MethodArgumentNotValidException invalid -> invalidBody(invalid);
            case HandlerMethodValidationException invalid -> invalidParameters(invalid);
            case ConstraintViolationException invalid -> invalidValues(invalid);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch when mismatch.getParameter().hasParameterAnnotation(RequestParam.class) ->
                    Problem.invalid(mismatch.getName(), isEnum(mismatch) ? "unknown" : "invalid");
            case TypeMismatchException mismatch -> Problem.of("request/unreadable", 400);
            case ServletRequestBindingException missing -> Problem.of("request/unreadable", 400);
            case MissingServletRequestPartException missing -> Problem.invalid(missing.getRequestPartName(), "required");
            case MaxUploadSizeExceededException large -> Problem.of("request/too-large", 413);
            case MultipartException broken -> Problem.of("request/unreadable", 400);
            case HttpRequestMethodNotSupportedException method -> Problem.of("request/method", 405);
            case HttpMediaTypeException type -> Problem.of("request/media-type", 415);
            case NoResourceFoundException none -> Problem.of("request/not-found", 404);
            default -> unexpected(thrown, request);
        };
    }

    private Problem unexpected(Exception thrown, HttpServletRequest request) {
        if (databaseUnreachable(thrown)) {
            LOG.warn("database unreachable during {} {}", request.getMethod(), route(request));
            return Problem.of("system/database-unreachable", 503).with("retryAfterSeconds", 5);
        }
        LOG.error("unexpected fault during {} {}", request.getMethod(), route(request), thrown);
        return Problem.of("system/unexpected", 500);
    }

    /** Without what stands in the address: with the link of a survey anybody could answer it. */
    private static Object route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "an unknown route" : pattern;
    }

    /** Connection faults are class 08; 57P are a server that stops or starts (PostgreSQL, appendix A). */
    private static boolean databaseUnreachable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) return true;
            if (cause instanceof java.sql.SQLTransientConnectionException) return true;
        }
        return thrown instanceof TransactionException && !(thrown.getCause() instanceof DataAccessException)
                && thrown.getCause() instanceof SQLException;
    }

    private static boolean isEnum(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().nestedIfOptional().getNestedParameterType().isEnum();
    }

    private static Problem invalidBody(MethodArgumentNotValidException invalid) {
        Problem problem = Problem.of("request/invalid", 422);
        invalid.getBindingResult().getFieldErrors().forEach(error -> add(problem, error));
        return problem;
    }

    /** A value of the wrong kind belongs to its field, such as a number that was emptied; a body that is no JSON to none. */
    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof DatabindException value) || value.getPath().isEmpty()) return Problem.of("request/unreadable", 400);
        StringBuilder field = new StringBuilder();
        for (JacksonException.Reference step : value.getPath()) {
            if (step.getPropertyName() == null) field.append('[').append(step.getIndex()).append(']');
            else field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        boolean filledIn = value instanceof InvalidFormatException wrong && !String.valueOf(wrong.getValue()).isBlank();
        return Problem.invalid(field.toString(), filledIn ? "invalid" : "required");
    }

    private static Problem invalidParameters(HandlerMethodValidationException invalid) {
        Problem problem = Problem.of("request/invalid", 422);
        invalid.getParameterValidationResults().forEach(result -> {
            String name = result.getMethodParameter().getParameterName();
            result.getResolvableErrors().forEach(error -> {
                if (error instanceof FieldError inBody) add(problem, inBody);
                else FieldCodes.add(problem, name == null ? "?" : name, result.unwrap(error, ConstraintViolation.class));
            });
        });
        return problem;
    }

    private static void add(Problem problem, FieldError error) {
        if (error.contains(ConstraintViolation.class)) FieldCodes.add(problem, error.getField(), error.unwrap(ConstraintViolation.class));
        else problem.field(error.getField(), "invalid");
    }

    private static Problem invalidValues(ConstraintViolationException invalid) {
        Problem problem = Problem.of("request/invalid", 422);
        invalid.getConstraintViolations()
                .forEach(violation -> FieldCodes.add(problem, violation.getPropertyPath().toString(), violation));
        return problem;
    }
}
