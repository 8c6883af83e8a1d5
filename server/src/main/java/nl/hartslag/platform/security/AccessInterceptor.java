package nl.hartslag.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import nl.hartslag.platform.problem.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Denies every route that does not say who may call it. */
public class AccessInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) return true;
        if (!(handler instanceof HandlerMethod method)) throw denied();
        if (method.getBeanType().getName().startsWith("org.springframework.boot.webmvc.autoconfigure.error")) return true;
        if (method.getBeanType().getName().startsWith("org.springdoc.")) {
            settled();
            return true;
        }
        check(method);
        return true;
    }

    private static void check(HandlerMethod method) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        AllowedSignedIn signedIn = method.getMethodAnnotation(AllowedSignedIn.class);
        if (allowed != null) {
            Access access = settled();
            if (Arrays.stream(allowed.value()).noneMatch(access::may)) {
                throw Problem.of("access/denied", 403).with("permission", allowed.value()[0].key());
            }
        } else if (signedIn != null) {
            if (signedIn.beforePasswordChange()) signedIn();
            else settled();
        } else if (!method.hasMethodAnnotation(AllowedAnyone.class)) {
            throw denied();
        }
    }

    private static Access signedIn() {
        return current().orElseThrow(() -> Problem.of("access/sign-in", 401));
    }

    /** Someone with a password of his own choice, or a machine. */
    private static Access settled() {
        Access access = signedIn();
        if (SecurityContextHolder.getContext().getAuthentication().getAuthorities().contains(AccessFilter.MUST_CHANGE_PASSWORD)) {
            throw Problem.of("access/change-password", 403);
        }
        return access;
    }

    /** Who calls, if signed in. */
    public static Optional<Access> current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Access access ? Optional.of(access) : Optional.empty();
    }

    private static Problem denied() {
        return Problem.of("access/denied", 403).with("permission", "-");
    }
}
