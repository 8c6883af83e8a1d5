package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Found;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class PartnerCustomersTest {
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired Work work;

    @Test
    void aPartnerSeesTheCustomersItHelpsAndNoOthers() {
        BrandId brand = work.aBrand();
        Access ours = work.anAgent(brand);
        PartnerId company = PartnerId.next();
        Access partner = Access.everywhere(UserId.next(), "Gijs", "nl", Set.of(Permission.CUSTOMERS_VIEW, Permission.CUSTOMERS_CHANGE),
                Set.of(brand), Set.of(), Optional.of(company));
        Received forThem = work.aLetter(brand).arrives();
        Received forUs = work.aLetter(brand).arrives();
        contacts.queued(forThem.contact(), QueueId.next(), Optional.of(company));
        CustomerId theirs = customer(ours, forThem);
        CustomerId other = customer(ours, forUs);

        assertThat(customers.open(partner, theirs).id()).isEqualTo(theirs);
        assertThat(customers.search(partner, "", null, 10).items()).extracting(Found::id).containsExactly(theirs);
        assertThat(customers.search(partner, "Klant", null, 10).items()).extracting(Found::id).containsExactly(theirs);
        assertThatThrownBy(() -> customers.open(partner, other)).hasMessage("customers/not-found");
        assertThatThrownBy(() -> customers.change(partner, other, new Customers.CustomerChange("Piet", null, null, null)))
                .hasMessage("customers/not-found");
        assertThat(customers.search(ours, "", null, 10).items()).extracting(Found::id).containsExactly(other, theirs);
    }

    private CustomerId customer(Access access, Received received) {
        return contacts.conversation(access, received.conversation()).customer();
    }
}
