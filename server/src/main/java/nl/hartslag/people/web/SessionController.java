package nl.hartslag.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import nl.hartslag.people.Profiles;
import nl.hartslag.people.Sessions;
import nl.hartslag.people.Sessions.SessionView;
import nl.hartslag.people.web.SessionViews.SignedIn;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.AccessFilter;
import nl.hartslag.platform.security.AllowedAnyone;
import nl.hartslag.platform.security.AllowedSignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and what one may change about oneself. */
@RestController
@Tag(name = "Session")
class SessionController {
    private final Sessions sessions;
    private final Profiles profiles;
    private final SessionViews views;

    SessionController(Sessions sessions, Profiles profiles, SessionViews views) {
        this.sessions = sessions;
        this.profiles = profiles;
        this.views = views;
    }

    record LogIn(@NotBlank @Size(max = 320) String email, @NotBlank @Size(max = 200) String password) {}

    @Schema(name = "PasswordChange")
    record Change(
            @Nullable @Pattern(regexp = "nl|en") String locale, @Nullable Boolean shortcuts) {}

    record NewPassword(@NotBlank @Size(max = 200) String oldPassword, @NotBlank @Size(max = 200) String newPassword) {}

    @Operation(summary = "Who is signed in (401 when nobody is); also sets the XSRF-TOKEN cookie")
    @AllowedAnyone("the log-in page asks it")
    @GetMapping("/api/session")
    SignedIn current(HttpServletRequest request) {
        touchCsrf(request);
        return views.signedIn(request);
    }

    @Operation(summary = "Sign in; 401 people/wrong-login, 429 people/throttled with Retry-After")
    @AllowedAnyone("one signs in here")
    @PostMapping("/api/session")
    SignedIn logIn(@Valid @RequestBody LogIn body, HttpServletRequest request, HttpServletResponse response) {
        var opened = sessions.logIn(
                body.email(), body.password(), request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
        setCookie(request, response, opened.token(), Duration.ofDays(7));
        touchCsrf(request);
        return views.of(opened.access());
    }

    @Operation(summary = "Sign out")
    @AllowedAnyone("signing out twice is harmless")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/session")
    void logOut(HttpServletRequest request, HttpServletResponse response) {
        AccessFilter.sessionToken(request).ifPresent(sessions::logOut);
        setCookie(request, response, "", Duration.ZERO);
    }

    @Operation(summary = "Change your own language or single-key shortcuts")
    @AllowedSignedIn(beforePasswordChange = true)
    @PatchMapping("/api/session")
    SignedIn change(Access access, @Valid @RequestBody Change body) {
        return views.of(profiles.change(access, body.locale(), body.shortcuts()));
    }

    @Operation(summary = "Change your own password; ends your other sessions")
    @AllowedSignedIn(beforePasswordChange = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/session/password")
    void changePassword(Access access, @Valid @RequestBody NewPassword body, HttpServletRequest request) {
        sessions.changePassword(
                access, AccessFilter.sessionToken(request).orElse(""), body.oldPassword(), body.newPassword());
    }

    @Operation(summary = "Your open sessions, newest first")
    @AllowedSignedIn
    @GetMapping("/api/session/all")
    List<SessionView> all(Access access, HttpServletRequest request) {
        return sessions.open(access, AccessFilter.sessionToken(request).orElse(""));
    }

    @Operation(summary = "End your other sessions")
    @AllowedSignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/session/others")
    void endOthers(Access access, HttpServletRequest request) {
        sessions.endOthers(access, AccessFilter.sessionToken(request).orElse(""));
    }

    /** The token is written to its cookie only when somebody reads it. */
    private static void touchCsrf(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) token.getToken();
    }

    private static void setCookie(
            HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(AccessFilter.COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
