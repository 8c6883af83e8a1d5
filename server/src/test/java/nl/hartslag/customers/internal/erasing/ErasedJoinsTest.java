package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Cases.TakingOut;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.customers.Erasures;
import nl.hartslag.customers.Erasures.Receipt;
import nl.hartslag.customers.Erasures.Request;
import nl.hartslag.customers.Erasures.State;
import nl.hartslag.customers.internal.erasing.Plants.Planted;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Plants.class)
class ErasedJoinsTest {
    @Autowired Erasures erasures;
    @Autowired Contacts contacts;
    @Autowired Cases cases;
    @Autowired Plants plants;
    @Autowired DSLContext db;
    private BrandId brand;
    private Access agent;
    private Access officer;

    @BeforeEach
    void aBrand() {
        brand = plants.aBrand();
        agent = plants.anAgent(brand);
        officer = Accesses.administrator(brand);
    }

    @Test
    void whatAJoinBroughtFromHisCaseGoesFromTheOthersCaseAlsoWhenHeIsNoPartOfItAnyMore() {
        Planted bo = plants.someone(brand, agent);
        Planted els = plants.someone(brand, agent);
        Planted kees = plants.someone(brand, agent);
        for (Planted each : List.of(bo, els, kees)) fill(each, UUID.randomUUID(), each.word() + " ingevuld");
        cases.merge(agent, bo.first().caseId(), new Joining(els.first().caseId(), null, "een"));
        cases.merge(agent, els.first().caseId(), new Joining(kees.first().caseId(), null, "twee"));
        cases.takeOut(agent, kees.first().caseId(), new TakingOut(List.of(bo.first().contact()), Optional.empty(), null, CaseState.SOLVED, null, "drie"));
        assertThat(filledIn(kees)).contains(bo.word(), els.word(), kees.word());

        Map<String, Integer> expected = Plants.counts(erasures.preview(officer, bo.customer()).erased());
        Receipt receipt = erased(bo);

        assertThat(new Catalog(db).where(bo.word())).isEmpty();
        assertThat(filledIn(els)).contains(els.word());
        // what came from her case while he was part of it may be about him
        assertThat(filledIn(kees)).contains(kees.word()).doesNotContain(els.word());
        assertThat(Plants.counts(receipt.erased())).containsEntry("case-fields", 4);
        assertThat(expected).containsEntry("case-fields", 4);
    }

    private void fill(Planted whose, UUID field, String words) {
        db.execute("update contacts.cases set field_values = jsonb_build_object(?::text, jsonb_build_array(?::text)) where id = ?", field.toString(), words, whose.first().caseId().value());
    }

    private String filledIn(Planted whose) {
        return db.fetchSingle("select field_values::text from contacts.cases where id = ?", whose.first().caseId().value()).get(0, String.class);
    }

    private Receipt erased(Planted whom) {
        Receipt begun = erasures.begin(officer, whom.customer(), new Request(Erasures.AskedBy.CUSTOMER, Erasures.Reason.REQUEST, "AVG-12", true, whom.name()));
        return eventually(() -> erasures.receipt(officer, begun.id()), one -> one.state() == State.DONE);
    }
}
