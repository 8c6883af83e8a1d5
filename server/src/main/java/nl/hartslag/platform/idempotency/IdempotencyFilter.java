package nl.hartslag.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.AccessFilter;
import nl.hartslag.platform.security.AccessInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a command with an {@code Idempotency-Key} once and gives its answer again, as draft-ietf-httpapi-idempotency-key-header
 * describes. Stands behind the security chain, so that it knows who calls.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class IdempotencyFilter extends OncePerRequestFilter {
    static final String REPLAYED = "Idempotency-Replayed";
    private static final List<String> THAT_MATTER = List.of("Content-Type", "Content-Language", "Location", "ETag", "Cache-Control", "Retry-After");
    /** Says nothing about the command: who asks again may hear something else. */
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 408, 429);
    private final IdempotencyKeys keys;
    private final Commits commits;
    private final HandlerExceptionResolver faults;

    IdempotencyFilter(IdempotencyKeys keys, Commits commits, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver faults) {
        this.keys = keys;
        this.commits = commits;
        this.faults = faults;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KeyedCommand.HEADER) == null || !KeyedCommand.mayHaveKey(request) || AccessInterceptor.current().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        KeyedCommand command;
        Claim claim;
        try {
            command = KeyedCommand.of(request, AccessInterceptor.current().orElseThrow(), AccessFilter.bearer(request));
            claim = keys.claim(command.caller(), command.key(), command.fingerprint());
        } catch (RuntimeException refused) {
            refuse(request, response, refused);
            return;
        }
        switch (claim) {
            case Claim.Mine mine -> run(mine, new ReadAgain(request, command.body()), response, chain);
            case Claim.Answered answered -> write(answered.answer(), response);
            case Claim.Running _ -> refuse(request, response, Problem.of("idempotency/still-running", 409).with("retryAfterSeconds", 1));
            case Claim.AnswerLost _ -> refuse(request, response, Problem.of("idempotency/answer-lost", 409));
            case Claim.Other _ -> refuse(request, response, Problem.of("idempotency/other-request", 422));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException why) {
        if (faults.resolveException(request, response, null, why) == null) throw why;
    }

    private void run(Claim.Mine claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        commits.during(claim);
        try {
            chain.doFilter(request, caught);
        } finally {
            commits.over();
            // kept before it is sent: an answer that does not arrive is the very reason to ask again
            keep(claim, caught);
        }
        caught.copyBodyToResponse();
    }

    private void keep(Claim.Mine claim, ContentCachingResponseWrapper caught) {
        int status = caught.getStatus();
        boolean worthKeeping = status < 500 && !NOT_KEPT.contains(status);
        if (!worthKeeping && keys.forget(claim)) return;
        Map<String, String> headers = new LinkedHashMap<>();
        THAT_MATTER.forEach(name -> Optional.ofNullable(caught.getHeader(name)).ifPresent(value -> headers.put(name, value)));
        Optional.ofNullable(caught.getContentType()).ifPresent(type -> headers.put("Content-Type", type));
        keys.answered(claim, new Kept(status, headers, Base64.getEncoder().encodeToString(caught.getContentAsByteArray())));
    }

    private static void write(Kept answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(Base64.getDecoder().decode(answer.body()));
        response.flushBuffer();
    }
}
