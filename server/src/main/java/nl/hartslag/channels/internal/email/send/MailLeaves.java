package nl.hartslag.channels.internal.email.send;

import nl.hartslag.channels.internal.email.EmailSettings;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.platform.settings.InstallationCheck;
import org.springframework.stereotype.Component;

/** Answers reach nobody as long as no mail server takes them. */
@Component
class MailLeaves implements InstallationCheck {
    private final EmailSettings settings;
    private final EmailAccounts accounts;

    MailLeaves(EmailSettings settings, EmailAccounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    @Override
    public String key() {
        return "mail-leaves";
    }

    @Override
    public boolean done() {
        if (settings.out() == EmailSettings.Out.CAPTURE) return false;
        var active = accounts.active();
        return settings.relay() != null || !active.isEmpty() && active.stream().allMatch(account -> account.relay().isPresent());
    }

    @Override
    public String setting() {
        return settings.out() == EmailSettings.Out.CAPTURE ? "hartslag.channels.email.out" : "hartslag.channels.email.relay.host";
    }
}
