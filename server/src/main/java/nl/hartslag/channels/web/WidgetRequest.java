package nl.hartslag.channels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.webchat.Origins;
import nl.hartslag.channels.internal.webchat.WidgetTable;
import nl.hartslag.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What every call of a visitor must be: from our own page or a page of the widget, with the visitor's token. */
@Component
class WidgetRequest {
    private final WidgetTable widgets;

    WidgetRequest(WidgetTable widgets) {
        this.widgets = widgets;
    }

    /** @throws Problem {@code webchat/origin}; programs that are no browser name no origin */
    void checkOrigin(String key, HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || isOurs(origin, request)) return;
        Widget widget = widgets.active(key);
        if (!Origins.allows(widget.settings().origins(), origin)) throw Problem.of("webchat/origin", 403);
    }

    static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith("Bearer ") ? Optional.of(header.substring(7).strip()) : Optional.empty();
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        URI ours = URI.create(request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
        return Origins.normal(origin).equals(Origins.normal(ours.toString()));
    }
}
