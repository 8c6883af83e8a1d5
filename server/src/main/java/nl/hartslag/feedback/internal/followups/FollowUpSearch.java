package nl.hartslag.feedback.internal.followups;

import static nl.hartslag.contacts.shown.Tables.SHOWN_LATEST_CONTACT;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.util.List;
import java.util.UUID;
import nl.hartslag.feedback.internal.WordSearch;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Finds follow-ups by what people remember of them: the customer's words or name, or the number of the case. */
final class FollowUpSearch {
    private static final int LONGEST_NUMBER = 15;

    private FollowUpSearch() {}

    static Condition of(Access access, String text) {
        String typed = text.strip();
        Condition words = WordSearch.in(typed)
                .map(said -> FOLLOW_UP.RESPONSE_ID.in(DSL.select(RESPONSE.ID).from(RESPONSE).where(RESPONSE.WHY.isNotNull()).and(said)))
                .orElseGet(DSL::falseCondition);
        return words.or(name(access, typed)).or(number(typed));
    }

    /** Only for those who see names anyhow. */
    private static Condition name(Access access, String typed) {
        List<UUID> brands = access.within(Permission.CUSTOMERS_VIEW).brands().stream().map(BrandId::value).toList();
        return FOLLOW_UP.BRAND_ID.in(brands).and(FOLLOW_UP.CUSTOMER_ID.in(
                DSL.select(SHOWN_CUSTOMER.ID).from(SHOWN_CUSTOMER).where(SHOWN_CUSTOMER.NAME.containsIgnoreCase(typed))));
    }

    private static Condition number(String typed) {
        String digits = typed.startsWith("#") ? typed.substring(1) : typed;
        if (!digits.matches("[0-9]{1," + LONGEST_NUMBER + "}")) return DSL.falseCondition();
        return FOLLOW_UP.CASE_ID.in(DSL.select(SHOWN_LATEST_CONTACT.CASE_ID)
                .from(SHOWN_LATEST_CONTACT)
                .where(SHOWN_LATEST_CONTACT.CASE_NUMBER.eq(Long.valueOf(digits))));
    }
}
