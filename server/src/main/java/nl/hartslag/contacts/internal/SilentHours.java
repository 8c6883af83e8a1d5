package nl.hartslag.contacts.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.contacts.internal.silence.SilentDays;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.ChannelHours;
import nl.hartslag.shared.BrandId;
import org.springframework.stereotype.Component;

/** The days of a brand's rule, within the hours in which it answers mail. */
@Component
class SilentHours {
    private final SilenceTable rules;
    private final Organisation organisation;
    private final MailWay mails;

    SilentHours(SilenceTable rules, Organisation organisation, MailWay mails) {
        this.rules = rules;
        this.organisation = organisation;
        this.mails = mails;
    }

    SilentDays days(BrandId brand) {
        Settings rule = rules.of(brand);
        return days(brand, rule.remindDays(), rule.solveDays());
    }

    SilentDays days(BrandId brand, int remind, int solve) {
        return new SilentDays(remind, solve, zone(brand), at -> opens(brand, at));
    }

    ZoneId zone(BrandId brand) {
        return organisation.brand(brand).zone();
    }

    /** This moment, or the next one at which mail of the brand may leave; of one that does not open within a year this moment. */
    Instant opens(BrandId brand, Instant at) {
        return hours(brand).flatMap(hours -> hours.nextOpening(at)).orElse(at);
    }

    boolean open(BrandId brand, Instant at) {
        return hours(brand).map(hours -> hours.isOpen(at)).orElse(true);
    }

    /** The next day, about as early as this. */
    Instant nextDay(BrandId brand, Instant at) {
        return opens(brand, at.atZone(zone(brand)).plusDays(1).toInstant());
    }

    /** Empty when the brand sends no mail. */
    private Optional<ChannelHours> hours(BrandId brand) {
        return mails.mailOf(brand).map(channel -> organisation.hours(brand, channel));
    }
}
