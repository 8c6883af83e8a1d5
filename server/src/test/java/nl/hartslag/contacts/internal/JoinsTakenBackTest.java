package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseFields;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.ForWhom;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.Law.Any;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class JoinsTakenBackTest {
    @Autowired Fields fields;
    @Autowired CaseFields caseFields;
    @Autowired ForWhom forWhom;
    @Autowired Customers customers;
    @Autowired Cases cases;
    @Autowired Work work;
    private BrandId brand;
    private Access noor;
    private FieldId serial;
    private FieldId size;

    @BeforeEach
    void aBrandWithTwoFields() {
        brand = work.aBrand();
        noor = work.anAgent(brand);
        serial = field("serial");
        size = field("size");
    }

    /** What stands at a case: absent is empty. */
    record Standing(Map<FieldId, String> filled, @Nullable CustomerId forWhom) {
        Standing with(Standing joined) {
            Map<FieldId, String> both = new HashMap<>(joined.filled);
            both.putAll(filled);
            return new Standing(both, forWhom == null ? joined.forWhom : forWhom);
        }
    }

    @Test
    void whateverIsJoinedAndTakenBackThereStandsWhatTheStandingJoinsBring() {
        CustomerId boer = customer();
        CustomerId els = customer();
        Law.holds(15, any -> {
            CaseId into = work.aLetter(brand).arrives().caseId();
            List<CaseId> others = Stream.generate(() -> work.aLetter(brand).arrives().caseId()).limit(3).toList();
            Standing own = some(any, into, null);
            Map<CaseId, Standing> each = new HashMap<>();
            for (CaseId one : others) each.put(one, some(any, one, any.of(null, boer, els)));
            Map<CaseId, CaseChangeId> joined = new LinkedHashMap<>();
            for (int i = 0; i < 8; i++) {
                CaseId one = any.of(others.toArray(CaseId[]::new));
                CaseChangeId back = joined.remove(one);
                if (back != null) cases.undo(noor, back);
                else joined.put(one, cases.merge(noor, one, new Joining(into, null, UUID.randomUUID().toString())));
                Standing expected = own;
                for (CaseId standing : joined.keySet()) expected = expected.with(each.get(standing));
                assertThat(standing(into)).isEqualTo(expected);
            }
            for (CaseId one : new ArrayList<>(joined.keySet())) cases.undo(noor, joined.get(one));
            assertThat(standing(into)).isEqualTo(own);
            assertThat(others).allSatisfy(one -> assertThat(standing(one)).isEqualTo(each.get(one)));
        });
    }

    @Test
    void whatSomebodyWroteSinceStaysAlsoWhenItIsTheSame() {
        CaseId into = work.aLetter(brand).arrives().caseId();
        CaseId from = work.aLetter(brand).arrives().caseId();
        fill(from, serial, "SN-1", List.of());
        CaseChangeId joined = cases.merge(noor, from, new Joining(into, null, "een"));
        fill(into, serial, "SN-2", List.of("SN-1"));
        fill(into, serial, "SN-1", List.of("SN-2"));
        cases.undo(noor, joined);
        assertThat(standing(into).filled()).containsEntry(serial, "SN-1");
    }

    private Standing some(Any any, CaseId id, @Nullable CustomerId person) {
        Map<FieldId, String> filled = new HashMap<>();
        for (FieldId field : List.of(serial, size)) {
            String value = any.of("", "een", "twee");
            if (value.isEmpty()) continue;
            fill(id, field, value, List.of());
            filled.put(field, value);
        }
        if (person != null) forWhom.set(noor, id, new ForWhom.Choice(person, null));
        return new Standing(filled, person);
    }

    private Standing standing(CaseId id) {
        Map<FieldId, String> filled = new HashMap<>();
        caseFields.of(noor, id).fields().stream().filter(one -> !one.value().isEmpty()).forEach(one -> filled.put(one.field().id(), one.value().getFirst()));
        return new Standing(filled, Optional.ofNullable(cases.page(noor, id, 100).view().forWhom()).map(ForWhom.Person::id).orElse(null));
    }

    private void fill(CaseId id, FieldId field, String value, List<String> before) {
        caseFields.change(noor, id, field, new Change(List.of(value), before));
    }

    private FieldId field(String key) {
        return fields.create(Accesses.administrator(brand), brand, Kind.CASE, key,
                new Draft(Type.ONE_LINE, key + " nl", key + " en", null, null, null, List.of(), Required.NEVER, List.of(), List.of(), null, false));
    }

    private CustomerId customer() {
        return customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@home.example", "Klant", "nl").id();
    }
}
