package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.GESTURE_BUDGET;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE_CHOICE;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE_MANDATE;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE_TERMS;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.contacts.GestureSettings.Budget;
import nl.hartslag.contacts.GestureSettings.Mandate;
import nl.hartslag.contacts.GestureSettings.Terms;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which currency a brand gives, who may give how much, and what a team has for a month. */
@Component
class GestureTerms {
    static final long MOST = 100_000_00;
    private static final String USUAL_CURRENCY = "EUR";
    private static final int MOST_ROWS = 200;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(one -> one.getDefaultFractionDigits() == GestureWords.DIGITS).map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final DSLContext db;
    private final People people;

    GestureTerms(DSLContext db, People people) {
        this.db = db;
        this.people = people;
    }

    Terms of(BrandId brand) {
        var row = db.selectFrom(GESTURE_TERMS).where(GESTURE_TERMS.BRAND_ID.eq(brand.value())).fetchOptional();
        List<Mandate> mandates = db.selectFrom(GESTURE_MANDATE).where(GESTURE_MANDATE.BRAND_ID.eq(brand.value())).orderBy(GESTURE_MANDATE.ROLE)
                .fetch(one -> new Mandate(Role.of(one.getRole()), one.getAmountMinor()));
        List<Budget> budgets = db.selectFrom(GESTURE_BUDGET).where(GESTURE_BUDGET.BRAND_ID.eq(brand.value())).orderBy(GESTURE_BUDGET.TEAM_ID)
                .fetch(one -> new Budget(new TeamId(one.getTeamId()), one.getAmountMinor()));
        return new Terms(
                row.map(one -> one.getCurrency()).orElse(USUAL_CURRENCY), mandates, budgets, row.map(one -> one.getVersion()).orElse(0));
    }

    String currency(BrandId brand) {
        return db.select(GESTURE_TERMS.CURRENCY).from(GESTURE_TERMS).where(GESTURE_TERMS.BRAND_ID.eq(brand.value()))
                .fetchOptional(GESTURE_TERMS.CURRENCY).orElse(USUAL_CURRENCY);
    }

    /** The most one of this person's roles for the brand allows. */
    long mandate(UserId user, BrandId brand) {
        List<String> roles = people.user(user).stream().flatMap(one -> one.roles().stream())
                .filter(grant -> grant.brand().map(brand::equals).orElse(true)).map(grant -> grant.role().key()).toList();
        Long most = db.select(org.jooq.impl.DSL.max(GESTURE_MANDATE.AMOUNT_MINOR)).from(GESTURE_MANDATE)
                .where(GESTURE_MANDATE.BRAND_ID.eq(brand.value())).and(GESTURE_MANDATE.ROLE.in(roles)).fetchOne(0, Long.class);
        return most == null ? 0 : most;
    }

    /** The row, held until the end of the transaction, so that two who give at once do not both find it not yet spent. */
    Optional<Long> holdBudget(BrandId brand, @Nullable TeamId team) {
        if (team == null) return Optional.empty();
        return db.select(GESTURE_BUDGET.AMOUNT_MINOR).from(GESTURE_BUDGET)
                .where(GESTURE_BUDGET.BRAND_ID.eq(brand.value())).and(GESTURE_BUDGET.TEAM_ID.eq(team.value())).forUpdate()
                .fetchOptional(GESTURE_BUDGET.AMOUNT_MINOR);
    }

    void set(BrandId brand, Terms wanted) {
        verify(brand, wanted);
        int stored = db.insertInto(GESTURE_TERMS)
                .set(GESTURE_TERMS.BRAND_ID, brand.value())
                .set(GESTURE_TERMS.CURRENCY, wanted.currency())
                .set(GESTURE_TERMS.VERSION, 1)
                .onConflict(GESTURE_TERMS.BRAND_ID)
                .doUpdate()
                .set(GESTURE_TERMS.CURRENCY, wanted.currency())
                .set(GESTURE_TERMS.VERSION, GESTURE_TERMS.VERSION.plus(1))
                .where(GESTURE_TERMS.VERSION.eq(wanted.version()))
                .execute();
        // the first time two begin at once, the row of the one is in the way of the other's version 0
        if (stored == 0) throw Problem.of("gestures/terms-changed", 409);
        db.deleteFrom(GESTURE_MANDATE).where(GESTURE_MANDATE.BRAND_ID.eq(brand.value())).execute();
        db.deleteFrom(GESTURE_BUDGET).where(GESTURE_BUDGET.BRAND_ID.eq(brand.value())).execute();
        for (Mandate one : wanted.mandates()) {
            db.insertInto(GESTURE_MANDATE).set(GESTURE_MANDATE.BRAND_ID, brand.value()).set(GESTURE_MANDATE.ROLE, one.role().key())
                    .set(GESTURE_MANDATE.AMOUNT_MINOR, one.amountMinor()).execute();
        }
        for (Budget one : wanted.budgets()) {
            db.insertInto(GESTURE_BUDGET).set(GESTURE_BUDGET.BRAND_ID, brand.value()).set(GESTURE_BUDGET.TEAM_ID, one.team().value())
                    .set(GESTURE_BUDGET.AMOUNT_MINOR, one.amountMinor()).execute();
        }
    }

    private void verify(BrandId brand, Terms wanted) {
        boolean begun = db.fetchExists(GESTURE_CHOICE, GESTURE_CHOICE.BRAND_ID.eq(brand.value()));
        FieldErrors errors = new FieldErrors()
                .oneOf("currency", wanted.currency(), CURRENCIES)
                .check(!begun || wanted.currency().equals(currency(brand)), "currency", "currency-in-use")
                .atMost("mandates", wanted.mandates(), Role.values().length)
                .atMost("budgets", wanted.budgets(), MOST_ROWS);
        Set<Object> seen = new HashSet<>();
        wanted.mandates().forEach(one -> errors.range("mandates." + one.role().key(), one.amountMinor(), 0, MOST)
                .check(seen.add(one.role()), "mandates." + one.role().key(), "taken"));
        Map<TeamId, Boolean> teams = people.teams().stream().collect(Collectors.toMap(People.Team::id, People.Team::archived));
        wanted.budgets().forEach(one -> errors.range("budgets." + one.team(), one.amountMinor(), 0, MOST)
                .check(teams.containsKey(one.team()), "budgets." + one.team(), "unknown")
                .check(seen.add(one.team()), "budgets." + one.team(), "taken"));
        errors.verify();
    }
}
