package nl.hartslag.feedback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.hartslag.feedback.GestureEffects;
import nl.hartslag.feedback.GestureEffects.Effect;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.GestureId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What customers said before and after something was given to them. */
@RestController
@Tag(name = "Gestures")
class GestureEffectsController {
    private final GestureEffects effects;

    GestureEffectsController(GestureEffects effects) {
        this.effects = effects;
    }

    @Operation(summary = "What the customer said last before a gesture and first after it",
            description = "Side by side and without a claim about the cause; means over all who got the same are absent below ten.")
    @Allowed(Permission.CONTACTS_VIEW)
    @GetMapping("/api/gesture-effects/{gesture}")
    Effect of(Access access, @Parameter(description = "Of which gesture") @PathVariable GestureId gesture) {
        return effects.of(access, gesture);
    }
}
