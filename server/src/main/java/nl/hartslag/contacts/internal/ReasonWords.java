package nl.hartslag.contacts.internal;

import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a reason on a contact with the words it has at that moment, which stay when the reason is renamed or moved. */
@Component
public class ReasonWords {
    private static final String UNDER = " › ";
    private final Organisation organisation;

    ReasonWords(Organisation organisation) {
        this.organisation = organisation;
    }

    public void write(ContactRecord contact, @Nullable ReasonId id) {
        contact.setReasonId(id == null ? null : id.value());
        Optional<Reason> reason = Optional.ofNullable(id).flatMap(organisation::reason);
        contact.setReasonNl(reason.map(this::dutch).orElse(null));
        contact.setReasonEn(reason.map(this::english).orElse(null));
    }

    /** What has ended keeps the words of then, also when the same reason is registered again. */
    void register(ContactRecord contact, ReasonId id) {
        UUID known = contact.getReasonId();
        if (!contact.getState().equals("ended") || !id.value().equals(known)) write(contact, id);
    }

    private String dutch(Reason reason) {
        return above(reason).map(parent -> dutch(parent) + UNDER).orElse("") + reason.nameNl();
    }

    private String english(Reason reason) {
        return above(reason).map(parent -> english(parent) + UNDER).orElse("") + reason.nameEn();
    }

    private Optional<Reason> above(Reason reason) {
        return reason.parent().flatMap(organisation::reason);
    }
}
