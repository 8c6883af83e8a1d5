package nl.hartslag.contacts.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.springframework.stereotype.Component;

/**
 * Who read what a customer wrote stands in the audit log: under the customer, or for whoever sees no customers under the
 * conversation, with the customer as a fact, so that it is found with all that was opened of him.
 */
@Component
class OpenedWork {
    private final Audit audit;

    OpenedWork(Audit audit) {
        this.audit = audit;
    }

    void record(Access access, ConversationRecord conversation) {
        BrandId brand = new BrandId(conversation.getBrandId());
        UUID customer = conversation.getCustomerId();
        if (customer != null && access.may(Permission.CUSTOMERS_VIEW, brand)) record(access, new CustomerId(customer), brand);
        else {
            audit.opened(access, "conversation.opened", "conversation", conversation.getId().toString(), Optional.of(brand),
                    customer == null ? Map.of() : Map.of("customer", customer.toString()));
        }
    }

    void record(Access access, CustomerId customer, BrandId brand) {
        audit.opened(access, "customer.opened", "customer", customer.toString(), Optional.of(brand));
    }
}
