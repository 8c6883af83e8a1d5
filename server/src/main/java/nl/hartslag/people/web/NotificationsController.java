package nl.hartslag.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import nl.hartslag.people.Notifications;
import nl.hartslag.people.Notifications.Lasts;
import nl.hartslag.people.Notifications.NotificationDraft;
import nl.hartslag.people.Notifications.NotificationSettings;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.AllowedSignedIn;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How one hears of news oneself. */
@RestController
@Tag(name = "Notifications")
class NotificationsController {
    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    record Quiet(@NotNull Lasts lasts) {}

    @Operation(summary = "How you hear of news, and whether you are not to be disturbed now")
    @AllowedSignedIn
    @GetMapping("/api/people/me/notifications")
    NotificationSettings notifications(Access access) {
        return notifications.of(access);
    }

    @Operation(summary = "Change how you hear of news; a kind that is left out stays as it is")
    @AllowedSignedIn
    @PutMapping("/api/people/me/notifications")
    NotificationSettings change(Access access, @RequestBody NotificationDraft draft) {
        return notifications.change(access, draft);
    }

    @Operation(summary = "No sound and no browser notification for an hour, until the morning, or until you end it")
    @AllowedSignedIn
    @PutMapping("/api/people/me/do-not-disturb")
    NotificationSettings doNotDisturb(Access access, @Valid @RequestBody Quiet body) {
        return notifications.doNotDisturb(access, body.lasts());
    }

    @Operation(summary = "Be disturbed again; harmless when you already are")
    @AllowedSignedIn
    @DeleteMapping("/api/people/me/do-not-disturb")
    NotificationSettings disturbAgain(Access access) {
        return notifications.disturbAgain(access);
    }
}
