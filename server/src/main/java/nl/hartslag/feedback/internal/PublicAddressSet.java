package nl.hartslag.feedback.internal;

import nl.hartslag.platform.settings.InstallationCheck;
import org.springframework.stereotype.Component;

/** The scale in an invitation leads nowhere when customers cannot reach the address in it. */
@Component
class PublicAddressSet implements InstallationCheck {
    private final FeedbackSettings settings;

    PublicAddressSet(FeedbackSettings settings) {
        this.settings = settings;
    }

    @Override
    public String key() {
        return "public-url";
    }

    @Override
    public boolean done() {
        return settings.publicUrl().isPresent();
    }

    @Override
    public String setting() {
        return "hartslag.feedback.public-url";
    }
}
