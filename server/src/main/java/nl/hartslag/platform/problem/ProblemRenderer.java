package nl.hartslag.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.web.CorrelationId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a problem becomes an answer: RFC 9457 in the reader's language. */
@Component
public class ProblemRenderer {
    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemRenderer(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) return;
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (problem.arguments().get("retryAfterSeconds") instanceof Number seconds) {
            response.setHeader("Retry-After", String.valueOf(seconds));
        }
        response.getWriter().write(json.writeValueAsString(body(problem, language(request))));
        response.flushBuffer();
    }

    public Map<String, Object> body(Problem problem, String language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:hartslag:" + problem.code());
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("title", texts.text(language, problem.code() + ".title", problem.arguments()));
        body.put("detail", texts.text(language, problem.code() + ".detail", problem.arguments()));
        body.put("correlationId", CorrelationId.current());
        if (!problem.arguments().isEmpty()) body.put("arguments", problem.arguments());
        if (!problem.fieldErrors().isEmpty()) body.put("errors", fieldTexts(problem, language));
        return body;
    }

    private Map<String, String> fieldTexts(Problem problem, String language) {
        Map<String, String> errors = new LinkedHashMap<>();
        problem.fieldErrors().forEach((field, code) -> errors.put(field, texts.field(language, code, problem.limit(field))));
        return errors;
    }

    /** The language of the person who is signed in, or else the browser's. */
    public static String language(@Nullable HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Access access) return access.language();
        if (request == null) return "en";
        var languages = request.getLocales();
        while (languages.hasMoreElements()) {
            String language = languages.nextElement().getLanguage();
            if (language.equals("nl") || language.equals("en")) return language;
        }
        return "en";
    }
}
