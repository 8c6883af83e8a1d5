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

    RequiredFields(DSLContext db, Fields fields, Customers customers, CustomerFields ofCustomers, NamedOrders named) {
        this.db = db;
        this.fields = fields;
        this.customers = customers;
        this.ofCustomers = ofCustomers;
        this.named = named;
    }

    /** As it is registered. */
    void check(Access access, ContactRecord contact) {
        List<Asked> missing = of(access, contact, Rows.state(Result.class, contact.getResult())).stream().filter(one -> one.filled().value().isEmpty()).toList();
        if (missing.isEmpty()) return;
        Problem problem = Problem.of("contacts/fields-empty", 422)
                .with("fields", missing.stream().map(one -> one.filled().field().name(access.language())).distinct().collect(Collectors.joining(", ")));
        missing.forEach(one -> problem.field("fields." + one.owner() + "." + one.filled().field().id(), "required"));
        throw problem;
    }

    List<Asked> of(Access access, ContactRecord contact, @Nullable Result result) {
        List<Asked> asked = new ArrayList<>();
        List<Field> ofCase = required(contact, Kind.CASE, result);
        if (!ofCase.isEmpty()) {
            FieldValues values = db.select(CASES.FIELD_VALUES).from(CASES).where(CASES.ID.eq(contact.getCaseId())).fetchSingle(row -> FieldValues.read(row.value1().data()));
            ofCase.forEach(field -> asked.add(new Asked(contact.getCaseId().toString(), null, new Filled(field, values.of(field.id())))));
        }
        // who may not fill them in is not kept from ending by them
        if (contact.getCustomerId() == null || !access.may(Permission.CUSTOMERS_CHANGE, new BrandId(contact.getBrandId()))) return asked;
        CustomerId customer = new CustomerId(contact.getCustomerId());
        List<Field> ofCustomer = required(contact, Kind.CUSTOMER, result);
        if (!ofCustomer.isEmpty()) {
            FieldValues values = ofCustomers.values(customer);
            ofCustomer.forEach(field -> asked.add(new Asked(customer.toString(), null, new Filled(field, values.of(field.id())))));
        }
        List<Field> ofOrder = required(contact, Kind.ORDER, result);
        if (!ofOrder.isEmpty()) orders(contact, customer).forEach(order -> {
            FieldValues values = ofCustomers.values(order.id());
            ofOrder.forEach(field -> asked.add(new Asked(order.id().toString(), order.number(), new Filled(field, values.of(field.id())))));
        });
        return asked;
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
