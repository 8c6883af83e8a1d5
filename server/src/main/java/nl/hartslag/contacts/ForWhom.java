package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/** A case spans customers: somebody comes for somebody else, such as a reseller for its own customer. */
public interface ForWhom {
    /**
     * Says for whom the customer of a case came, or that it is for himself. Somebody for whom a member of an account came becomes its end
     * customer. Needs {@code contacts.handle}. Refused with {@code cases/for-changed} when it was for another than was seen, and with field
     * {@code customer} when the asker may not see him, he is of another brand, or it is the customer himself. The address of a newcomer is refused with {@code customers/identity-taken} when it is another's.
     */
    void set(Access access, CaseId id, Choice choice);

    /** @param customer absent for himself, or for a newcomer; @param was as it stood on screen */
    record Choice(@Nullable CustomerId customer, @Nullable Newcomer newcomer, @Nullable CustomerId was) {
        public Choice(@Nullable CustomerId customer, @Nullable CustomerId was) {
            this(customer, null, was);
        }
    }

    /** Somebody we did not know yet. @param address e-mail address or phone number; may be empty */
    record Newcomer(String name, String address) {}

    /** @param name as he is called in lists; absent when not known */
    @Schema(name = "PersonShown")
    record Person(CustomerId id, @Nullable String name) {}

    /** @param was absent when it was for himself; @param became absent when it is so again; @param byName who said so */
    @Schema(name = "CaseForChange")
    record ForChange(Instant at, String byName, @Nullable Person was, @Nullable Person became) {}
}
