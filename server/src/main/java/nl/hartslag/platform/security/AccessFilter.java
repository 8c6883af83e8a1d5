package nl.hartslag.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls: a person by the session cookie, a machine by its token. */
public class AccessFilter extends OncePerRequestFilter {
    public static final String COOKIE = "hartslag_session";
    private final Authenticator authenticator;

    AccessFilter(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!isPublicAsset(request)) authenticate(request);
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void authenticate(HttpServletRequest request) {
        Optional<String> token = bearer(request);
        Optional<Access> access = token.isPresent() && !request.getRequestURI().startsWith("/api/widget/")
                ? authenticator.byApiToken(token.get())
                : sessionToken(request).flatMap(authenticator::bySession);
        access.ifPresent(found -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(found, null, List.of()));
            SecurityContextHolder.setContext(context);
        });
    }

    private static boolean isPublicAsset(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/widget/") || path.startsWith("/health/");
    }

    static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith("Bearer ") ? Optional.of(header.substring(7).trim()) : Optional.empty();
    }

    /** The session token of the cookie, if there is one. */
    public static Optional<String> sessionToken(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) return Optional.of(cookie.getValue());
        }
        return Optional.empty();
    }
}
