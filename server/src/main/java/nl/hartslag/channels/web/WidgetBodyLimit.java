package nl.hartslag.channels.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.problem.ProblemRenderer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at the length of what a visitor sends before anything of it is read. */
@Component
class WidgetBodyLimit extends OncePerRequestFilter {
    static final long JSON = 32 * 1024;
    /** The largest file, with some room for what multipart puts around it. */
    static final long FILE = 10L * 1024 * 1024 + 64 * 1024;
    private final ProblemRenderer problems;

    WidgetBodyLimit(ProblemRenderer problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/widget/") || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean file = request.getRequestURI().endsWith("/files");
        long length = request.getContentLengthLong();
        if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            problems.write(request, response, Problem.of("webchat/length", 411));
        } else if (length > (file ? FILE : JSON)) {
            problems.write(request, response, Problem.of(file ? "webchat/file-too-large" : "request/too-large", 413));
        } else {
            chain.doFilter(request, response);
        }
    }
}
