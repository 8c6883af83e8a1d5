package nl.hartslag.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.AllowedAnyone;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every page address of the front end answers with its one document; the browser's router does the rest. */
@Controller
@Hidden
class FrontEnd {
    /** First part of a page's address: whatever is not served by something else. */
    private static final String PLACE =
            "/{place:(?!(?:api|s|widget|assets|health|metrics|demo-shop|error)$)[a-z][a-z-]*}";

    private static final Resource DOCUMENT = new ClassPathResource("static/index.html");

    @AllowedAnyone("the log-in page is part of it; it holds no data")
    @GetMapping({"/", PLACE, PLACE + "/**"})
    ResponseEntity<Resource> page() {
        if (!DOCUMENT.exists()) throw Problem.of("system/no-front-end", 404);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .body(DOCUMENT);
    }
}
