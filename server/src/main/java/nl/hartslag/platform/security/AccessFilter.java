package nl.hartslag.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Finds out who calls: a person by the session cookie, a machine by its token. */
public class AccessFilter extends OncePerRequestFilter {
    public static final String COOKIE = "hartslag_session";
    /** Marks a session that may do nothing but change its password. */
    static final GrantedAuthority MUST_CHANGE_PASSWORD = new SimpleGrantedAuthority("must-change-password");
    private final Authenticator authenticator;
    private final ObjectProvider<HandlerExceptionResolver> faults;

    AccessFilter(Authenticator authenticator, ObjectProvider<HandlerExceptionResolver> faults) {
        this.authenticator = authenticator;
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (asksWhoCalls(request) && !authenticated(request, response)) return;
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** A fault here, such as a database that is away, is told as faults elsewhere are. */
    private boolean authenticated(HttpServletRequest request, HttpServletResponse response) {
        try {
            authenticate(request);
            return true;
        } catch (RuntimeException fault) {
            if (faults.getObject().resolveException(request, response, null, fault) == null) throw fault;
            return false;
        }
    }

    private void authenticate(HttpServletRequest request) {
        Optional<String> token = bearer(request);
        if (token.isPresent() && !request.getRequestURI().startsWith("/api/widget/")) {
            authenticator.byApiToken(token.get()).ifPresent(access -> remember(access, List.of()));
        } else {
            sessionToken(request).flatMap(authenticator::bySession).ifPresent(session ->
                    remember(session.access(), session.mustChangePassword() ? List.of(MUST_CHANGE_PASSWORD) : List.of()));
        }
    }

    private static void remember(Access access, List<GrantedAuthority> marks) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(access, null, marks));
        SecurityContextHolder.setContext(context);
    }

    /** Pages are the same for everyone; so they also come when nobody can be recognised at the moment. */
    private static boolean asksWhoCalls(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.equals("/metrics");
    }

    public static Optional<String> bearer(HttpServletRequest request) {
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
