package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.hartslag.contacts.CaseFields;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Shown;
import nl.hartslag.organisation.Fields.ShownBy;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class CaseFieldsShownTest {
    @Autowired Fields fields;
    @Autowired CaseFields caseFields;
    @Autowired OrganisationSettings organisation;
    @Autowired Contacts contacts;
    @Autowired Cases cases;
    @Autowired Work work;
    private BrandId brand;
    private ReasonId fault;
    private ReasonId broken;
    private ReasonId question;
    private Access noor;
    private Access admin;
    private Received received;

    @BeforeEach
    void aContactInHand() {
        brand = work.aBrand();
        admin = Accesses.administrator(brand);
        fault = aReason(null, "Storing");
        broken = aReason(fault, "Kapot");
        question = aReason(null, "Vraag");
        noor = work.anAgent(brand);
        received = work.aLetter(brand).arrives();
        contacts.take(noor, received.contact());
    }

    @Test
    void showsForItsReasonsAndThoseBelowThemAndKeepsWhatIsFilledInWhereItIsHidden() {
        FieldId size = field("size", Required.NEVER, Shown.OF_ALL);
        FieldId serial = field("serial", Required.NEVER, forReasons(fault));
        assertThat(shown()).containsOnlyKeys(size);
        register(broken, null);
        assertThat(shown()).containsOnlyKeys(size, serial);
        caseFields.change(noor, received.caseId(), serial, new Change(List.of("SN-4711"), List.of()));
        register(question, null);
        assertThat(shown()).containsOnlyKeys(size);
        register(fault, null);
        assertThat(shown()).containsEntry(serial, List.of("SN-4711"));
    }

    @Test
    void isRequiredOnlyWhereItIsShown() {
        FieldId serial = field("serial", Required.ALWAYS, forReasons(fault));
        FieldId place = field("place", Required.RESULTS, forReasons(fault));
        register(broken, null);
        assertThat(asked(Result.SOLVED)).containsExactly(Map.entry(serial, true), Map.entry(place, false));
        assertThat(asked(Result.FORWARDED)).containsExactly(Map.entry(serial, true), Map.entry(place, true));
        assertThatThrownBy(() -> wrapUp(broken, Result.ANSWERED)).hasMessage("contacts/fields-empty");
        register(question, null);
        assertThat(asked(Result.FORWARDED)).isEmpty();
        wrapUp(question, Result.FORWARDED);
    }

    @Test
    void showsForTheResultThatIsChosen() {
        FieldId why = field("why", Required.NEVER, new Shown(ShownBy.RESULTS, List.of(), List.of("UNREACHABLE"), List.of()));
        assertThat(asked(Result.ANSWERED)).isEmpty();
        assertThat(asked(Result.UNREACHABLE)).containsExactly(Map.entry(why, false));
        assertThat(shown()).isEmpty();
        register(question, Result.UNREACHABLE);
        assertThat(shown()).containsOnlyKeys(why);
        register(question, Result.ANSWERED);
        assertThat(shown()).isEmpty();
    }

    @Test
    void aCaseShowsWhatAnyOfItsContactsCameFor() {
        FieldId serial = field("serial", Required.NEVER, forReasons(fault));
        register(broken, null);
        Received other = work.aLetter(brand).arrives();
        contacts.take(noor, other.contact());
        contacts.register(noor, other.contact(), new Registration(question, null, null));
        cases.merge(noor, other.caseId(), new Joining(received.caseId(), null, "k"));
        assertThat(shown()).containsOnlyKeys(serial);
        assertThat(caseFields.asked(noor, other.contact(), Result.ANSWERED)).extracting(one -> one.filled().field().id()).containsExactly(serial);
    }

    @Test
    void refusesRulesThatShowNothing() {
        refused("shown.reasons", "required", Kind.CASE, new Shown(ShownBy.REASONS, List.of(), List.of(), List.of()));
        refused("shown.reasons", "unknown", Kind.CASE, forReasons(ReasonId.next()));
        refused("shown.results", "required", Kind.CASE, new Shown(ShownBy.RESULTS, List.of(), List.of(), List.of()));
        refused("shown.by", "unknown", Kind.CASE, new Shown(ShownBy.TYPES, List.of(), List.of(), List.of("PRIVATE")));
        refused("shown.by", "unknown", Kind.CUSTOMER, forReasons(fault));
        refused("shown.types", "unknown", Kind.ORDER, new Shown(ShownBy.TYPES, List.of(), List.of(), List.of("PRIVATE")));
    }

    private ReasonId aReason(ReasonId parent, String name) {
        return organisation.createReason(admin, brand, new ReasonDraft(parent, name, name, 0, false, false));
    }

    private static Shown forReasons(ReasonId reason) {
        return new Shown(ShownBy.REASONS, List.of(reason), List.of(), List.of());
    }

    private FieldId field(String key, Required required, Shown shown) {
        return fields.create(admin, brand, Kind.CASE, key, draft(key, required, shown));
    }

    private static Draft draft(String key, Required required, Shown shown) {
        List<String> results = required == Required.RESULTS ? List.of("FORWARDED") : List.of();
        return new Draft(Type.ONE_LINE, key + " nl", key + " en", null, null, null, List.of(), required, List.of(), results, shown, false);
    }

    private void register(ReasonId reason, Result result) {
        contacts.register(noor, received.contact(), new Registration(reason, null, result));
    }

    private void wrapUp(ReasonId reason, Result result) {
        int seen = contacts.conversation(noor, received.conversation()).lastSeq();
        contacts.wrapUp(noor, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(reason, null, result), seen, null));
    }

    private Map<FieldId, List<String>> shown() {
        return caseFields.of(noor, received.caseId()).fields().stream().collect(Collectors.toMap(one -> one.field().id(), Fields.Filled::value));
    }

    private List<Map.Entry<FieldId, Boolean>> asked(Result result) {
        return caseFields.asked(noor, received.contact(), result).stream().map(one -> Map.entry(one.filled().field().id(), one.must())).toList();
    }

    private void refused(String at, String code, Kind kind, Shown shown) {
        assertThatThrownBy(() -> fields.create(admin, brand, kind, "one", draft("one", Required.NEVER, shown)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry(at, code));
    }
}
