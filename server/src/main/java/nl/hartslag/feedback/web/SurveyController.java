package nl.hartslag.feedback.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.hartslag.feedback.Accent;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.Survey;
import nl.hartslag.feedback.Survey.View;
import nl.hartslag.platform.security.AllowedAnyone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The survey as customers see it: plain pages and forms. The signed token in the address is the only key. */
@Controller
@Hidden
class SurveyController {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyController.class);
    private static final String WHY_ANYONE = "customers open it from their mail; the signed token is the key";
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
    private final Survey survey;
    private final SurveyPages pages = new SurveyPages();
    private final RateLimit limit;

    SurveyController(Survey survey, RateLimit limit) {
        this.survey = survey;
        this.limit = limit;
    }

    @AllowedAnyone(WHY_ANYONE)
    @GetMapping("/s/{token}")
    ResponseEntity<String> open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String step,
            HttpServletRequest request) {
        if (limit.exceeded(token, request.getRemoteAddr())) return busy(request);
        View view = survey.open(token);
        if (view instanceof View.Unknown) limit.unknown(request.getRemoteAddr());
        if (step == null && byHand(request)) survey.clicked(token, request.getHeader("User-Agent"));
        return page(view, pages.of(view, token, number(score), step, language(request)));
    }

    @AllowedAnyone(WHY_ANYONE)
    @PostMapping("/s/{token}")
    ResponseEntity<String> send(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) @Nullable String emotion,
            @RequestParam(required = false) @Nullable String optout,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick,
            HttpServletRequest request) {
        if (limit.exceeded(token, request.getRemoteAddr())) return busy(request);
        if (optout != null || oneClick != null) {
            survey.optOut(token, !"no".equals(optout));
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/s/" + token + "?step=" + ("no".equals(optout) ? "optedin" : "optedout")))
                    .build();
        }
        Integer chosen = number(score);
        Emotion felt = emotion(emotion);
        View view = survey.answer(token, new Survey.Answer(chosen, why, felt, "none".equals(emotion)));
        if (view instanceof View.Unknown) limit.unknown(request.getRemoteAddr());
        if (view instanceof View.Asking) return page(view, pages.of(view, token, null, "missing", language(request)));
        boolean whole = why != null || felt != null;
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/s/" + token + (whole ? "?step=thanks" : "?step=why")))
                .build();
    }

    @AllowedAnyone("the survey's style sheet")
    @GetMapping("/s/look/survey.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(new ClassPathResource("survey/survey.css"));
    }

    /** The brand's colour as a style sheet of its own, so that the page needs no style inside. */
    @AllowedAnyone("the survey's style sheet")
    @GetMapping("/s/look/{accent:[0-9a-f]{6}}.css")
    ResponseEntity<String> accent(@PathVariable String accent) {
        Accent colour = Accent.of(accent);
        Accent night = colour.atNight();
        String css = ":root{--accent:%s;--on-accent:%s;--accent-text:%s}@media(prefers-color-scheme:dark){:root{--accent:%s;--on-accent:%s;--accent-text:%s}}"
                .formatted(colour.hex(), colour.on().hex(), colour.onPaper().hex(), night.hex(), night.on().hex(), night.hex());
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(css);
    }

    /** A look ahead by a browser or a mail program is nobody's hand. */
    private static boolean byHand(HttpServletRequest request) {
        boolean ahead = contains(request.getHeader("Sec-Purpose"), "prefetch")
                || contains(request.getHeader("Purpose"), "prefetch")
                || contains(request.getHeader("X-Moz"), "prefetch");
        return request.getMethod().equals("GET") && !ahead;
    }

    private ResponseEntity<String> page(View view, String html) {
        HttpStatus status = view instanceof View.Unknown ? HttpStatus.NOT_FOUND : HttpStatus.OK;
        return html(status, html);
    }

    private ResponseEntity<String> busy(HttpServletRequest request) {
        return html(HttpStatus.TOO_MANY_REQUESTS, pages.busy(language(request)));
    }

    /** A customer gets a page, whatever happens; the database being away is no fault of his. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<String> away(Exception unreachable, HttpServletRequest request) {
        LOG.warn("a survey page could not be served: {}", unreachable.getClass().getSimpleName());
        return html(HttpStatus.SERVICE_UNAVAILABLE, pages.away(language(request)));
    }

    private static ResponseEntity<String> html(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(html);
    }

    private static boolean contains(@Nullable String header, String word) {
        return header != null && header.contains(word);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("[0-9]|10") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Emotion emotion(@Nullable String text) {
        return text != null && text.matches("angry|disappointed|content|happy") ? Emotion.of(text) : null;
    }

    private static String language(HttpServletRequest request) {
        return request.getLocale().getLanguage();
    }
}
