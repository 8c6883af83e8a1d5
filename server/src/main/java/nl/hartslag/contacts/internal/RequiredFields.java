package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.contacts.CaseFields.Asked;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.customers.CustomerFields;
import nl.hartslag.customers.Customers;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Filled;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.ShownBy;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.ReasonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must be known when a contact ends. */
@Component
class RequiredFields {
    private final DSLContext db;
    private final Fields fields;
    private final Customers customers;
    private final CustomerFields ofCustomers;
    private final NamedOrders named;
    private final AboutCases about;

    RequiredFields(DSLContext db, Fields fields, Customers customers, CustomerFields ofCustomers, NamedOrders named, AboutCases about) {
        this.db = db;
        this.fields = fields;
        this.customers = customers;
        this.ofCustomers = ofCustomers;
        this.named = named;
        this.about = about;
    }

    /** As it is registered. */
    void check(Access access, ContactRecord contact) {
        List<Asked> missing = of(access, contact, Rows.state(Result.class, contact.getResult())).stream().filter(one -> one.must() && one.filled().value().isEmpty()).toList();
        if (missing.isEmpty()) return;
        Problem problem = Problem.of("contacts/fields-empty", 422)
                .with("fields", missing.stream().map(one -> one.filled().field().name(access.language())).distinct().collect(Collectors.joining(", ")));
        missing.forEach(one -> problem.field("fields." + one.owner() + "." + one.filled().field().id(), "required"));
        throw problem;
    }

    /** What must be known, and what is shown of the case for its reasons or results alone. */
    List<Asked> of(Access access, ContactRecord contact, @Nullable Result result) {
        List<Asked> asked = new ArrayList<>(ofCase(contact, result));
        // who may not fill them in is not kept from ending by them
        if (contact.getCustomerId() == null || !access.may(Permission.CUSTOMERS_CHANGE, new BrandId(contact.getBrandId()))) return asked;
        CustomerId customer = new CustomerId(contact.getCustomerId());
        List<Field> ofCustomer = required(contact, Kind.CUSTOMER, result);
        if (!ofCustomer.isEmpty()) {
            FieldValues values = ofCustomers.values(customer);
            fields.showing(ofCustomer, ofCustomers.about(customer)).forEach(field -> asked.add(asked(customer.toString(), null, field, values, true)));
        }
        List<Field> ofOrder = required(contact, Kind.ORDER, result);
        if (!ofOrder.isEmpty()) orders(contact, customer).forEach(order -> {
            FieldValues values = ofCustomers.values(order.id());
            fields.showing(ofOrder, CustomerFields.about(order)).forEach(field -> asked.add(asked(order.id().toString(), order.number(), field, values, true)));
        });
        return asked;
    }

    private List<Asked> ofCase(ContactRecord contact, @Nullable Result result) {
        List<Field> all = fields.of(new BrandId(contact.getBrandId()), Kind.CASE).stream().filter(one -> !one.archived()).toList();
        if (all.isEmpty()) return List.of();
        List<Field> must = required(contact, Kind.CASE, result);
        FieldValues values = db.select(CASES.FIELD_VALUES).from(CASES).where(CASES.ID.eq(contact.getCaseId())).fetchSingle(row -> FieldValues.read(row.value1().data()));
        return fields.showing(all, about.of(contact, result)).stream()
                .filter(one -> must.contains(one) || one.shown().by() != ShownBy.ALL)
                .map(one -> asked(contact.getCaseId().toString(), null, one, values, must.contains(one)))
                .toList();
    }

    private static Asked asked(String owner, @Nullable String order, Field field, FieldValues values, boolean must) {
        return new Asked(owner, order, new Filled(field, values.of(field.id())), must);
    }

    /** Of spam nothing is asked that no rule names it for. */
    private List<Field> required(ContactRecord contact, Kind kind, @Nullable Result result) {
        ReasonId reason = contact.getReasonId() == null ? null : new ReasonId(contact.getReasonId());
        List<Field> all = fields.required(new BrandId(contact.getBrandId()), kind, reason, result == null ? null : result.name());
        return result == Result.SPAM ? all.stream().filter(one -> one.required() == Required.RESULTS).toList() : all;
    }

    private List<Customers.Order> orders(ContactRecord contact, CustomerId customer) {
        List<Customers.Order> all = customers.orders(customer);
        Set<String> spokenOf = named.of(CONVERSATION.ID.eq(contact.getConversationId()), all.stream().map(Customers.Order::number).toList());
        return all.stream().filter(one -> spokenOf.contains(one.number())).toList();
    }
}
