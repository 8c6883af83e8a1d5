package nl.hartslag.demo.internal.load;

import java.util.List;
import nl.hartslag.channels.EmailInboxes;
import nl.hartslag.channels.EmailInboxes.InboxDraft;
import nl.hartslag.channels.Widgets;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.shared.BrandId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Where customers reach the brands: an address for mail and a widget in the web shop. */
@Component
@Profile("demo")
class DemoChannels {
    private static final int ASK_AFTER_MINUTES = 6;
    private static final int END_AFTER_MINUTES = 4;

    private final EmailInboxes inboxes;
    private final Widgets widgets;

    DemoChannels(EmailInboxes inboxes, Widgets widgets) {
        this.inboxes = inboxes;
        this.widgets = widgets;
    }

    void load(Company company, Cast cast) {
        for (Company.Brand brand : company.brands()) {
            BrandId id = cast.brands.get(brand.key());
            InboxDraft draft = new InboxDraft(id, brand.mail(), brand.name(), "smtp", null, null);
            cast.mailAccounts.put(brand.key(), inboxes.create(DemoAccess.of(cast), draft).id());
            widgets.create(id, new Widgets.Settings(brand.name() + " shop", null, "right", null,
                    List.of("https://" + brand.key() + ".demo.example"), List.of(), true, true,
                    ASK_AFTER_MINUTES, END_AFTER_MINUTES));
        }
    }
}
