package nl.hartslag.channels.internal.ledger;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.hartslag.channels.internal.db.tables.records.EnvelopeRecord;
import nl.hartslag.channels.internal.intake.IntakeWorld;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import nl.hartslag.testing.Accesses;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VisibleEnvelopesTest {
    private static final Condition ANY = DSL.noCondition();
    private final IntakeWorld world = new IntakeWorld();
    private final VisibleEnvelopes envelopes = new VisibleEnvelopes(world.db);
    private final Access access = Accesses.administrator(world.brand);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void leafsFromTheNewestToTheOldestWithoutSkippingAny() {
        for (String id : List.of("one", "two", "three")) world.receive(id, "a");
        Page<EnvelopeRecord> first = envelopes.page(access, ANY, null, null, 2);
        assertThat(ids(first)).containsExactly("three", "two");
        Page<EnvelopeRecord> second = envelopes.page(access, ANY, null, first.next(), 2);
        assertThat(ids(second)).containsExactly("one");
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> envelopes.page(access, ANY, null, "two", 2)).hasMessageContaining("invalid");
    }

    @Test
    void searchesSenderAndSubjectAmongWhatIsAskedFor() {
        for (String id : List.of("one", "two", "three")) world.receive(id, "a");
        world.db.execute("update channels.envelope set proof = '{\"from\": \"jan@klant.example\", \"subject\": \"Pakje\"}' where provider_id <> 'one'");
        assertThat(ids(envelopes.page(access, ANY, " JAN@ ", null, 9))).containsExactly("three", "two");
        assertThat(ids(envelopes.page(access, ENVELOPE.PROVIDER_ID.eq("two"), "pak", null, 9))).containsExactly("two");
        assertThat(ids(envelopes.page(access, ANY, "piet", null, 9))).isEmpty();
    }

    @Test
    void showsWhatCameForTheBrandsOfThePersonOnly() {
        EnvelopeId id = world.receive("one", "a").id();
        assertThat(envelopes.one(access, ANY, id)).isPresent();
        assertThat(envelopes.one(access, ENVELOPE.STATE.eq("refused"), id)).isEmpty();
        Access stranger = Accesses.administrator(BrandId.next());
        assertThat(envelopes.one(stranger, ANY, id)).isEmpty();
        assertThat(envelopes.page(stranger, ANY, null, null, 9).items()).isEmpty();
    }

    private static List<String> ids(Page<EnvelopeRecord> page) {
        return page.items().stream().map(EnvelopeRecord::getProviderId).toList();
    }
}
