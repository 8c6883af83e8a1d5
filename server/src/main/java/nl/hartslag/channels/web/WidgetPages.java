package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.webchat.WidgetTable;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.AllowedAnyone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a web shop embeds: the script, which carries the widget's settings so that a page needs no further request until a visitor
 * opens the chat, and the page in the frame, which only the widget's own pages may hold.
 */
@Controller
@Hidden
class WidgetPages {
    private static final String WHY = "shops embed it; it holds no data";
    private static final String PLACE = "__HARTSLAG_WIDGET__";
    private static final ClassPathResource SCRIPT = new ClassPathResource("static/widget/widget.js");
    private static final ClassPathResource FRAME = new ClassPathResource("static/widget/frame.html");
    private static final String FRAME_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' blob: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    private final WidgetTable widgets;
    private final Organisation organisation;
    private final JsonMapper json;

    WidgetPages(WidgetTable widgets, Organisation organisation, JsonMapper json) {
        this.widgets = widgets;
        this.organisation = organisation;
        this.json = json;
    }

    @AllowedAnyone(WHY)
    @GetMapping("/widget/widget.js")
    ResponseEntity<String> script(@RequestParam String key) throws IOException {
        var found = widgets.find(key);
        if (found.isEmpty()) throw Problem.of("webchat/unknown-widget", 404);
        // Switched off: the page of the shop stays as it is, without a button.
        String script = found.get().settings().active() ? withSettings(found.get()) : "";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(script);
    }

    @AllowedAnyone(WHY)
    @GetMapping("/widget/frame.html")
    ResponseEntity<String> frame(@RequestParam String key) throws IOException {
        Widget widget = widgets.active(key);
        String pages = String.join(" ", widget.settings().origins());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .header("Content-Security-Policy", FRAME_POLICY + " " + pages)
                .cacheControl(CacheControl.noCache())
                .body(read(FRAME));
    }

    private String withSettings(Widget widget) throws IOException {
        Brand brand = organisation.brand(widget.brand());
        String accent = widget.settings().accent();
        String language = widget.settings().language();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("key", widget.key());
        settings.put("brand", brand.name());
        settings.put("accent", accent == null ? brand.accent() : accent);
        settings.put("position", widget.settings().position());
        settings.put("language", language == null ? brand.defaultLanguage() : language);
        return read(SCRIPT).replace(PLACE, json.writeValueAsString(settings));
    }

    private static String read(ClassPathResource file) throws IOException {
        if (!file.exists()) throw Problem.of("system/no-front-end", 404);
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The frame says itself who may hold it, so the general "nobody" does not apply to it. */
    @Configuration(proxyBeanMethods = false)
    static class FrameHeaders implements WebMvcConfigurer {
        /** Their names change with their content. */
        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/widget/assets/**").addResourceLocations("classpath:/static/widget/assets/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        }

        @Bean
        @Order(1)
        SecurityFilterChain widgetFrame(HttpSecurity http) throws Exception {
            return http.securityMatcher("/widget/**")
                    .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                    .headers(h -> h.frameOptions(f -> f.disable()).cacheControl(c -> c.disable()))
                    .csrf(c -> c.disable())
                    .requestCache(c -> c.disable())
                    .anonymous(a -> a.disable())
                    .build();
        }
    }
}
