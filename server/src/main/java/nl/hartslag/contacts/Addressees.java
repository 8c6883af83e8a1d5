package nl.hartslag.contacts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a person chose for one answer by mail, besides the customer and those who get every answer of its conversation. Each address stands in one
 * place: who gets it openly gets it openly.
 *
 * @param customerOnly those who get every answer do not get this one
 * @param bcc          none of the others sees that they get it
 */
public record Addressees(boolean customerOnly, List<String> to, List<String> cc, List<String> bcc) {
    public static final Addressees USUAL = new Addressees(false, List.of(), List.of(), List.of());

    public Addressees {
        to = tidy(to, List.of());
        cc = tidy(cc, to);
        bcc = tidy(bcc, Stream.concat(to.stream(), cc.stream()).toList());
    }

    private static List<String> tidy(@Nullable List<String> addresses, List<String> before) {
        if (addresses == null) return List.of();
        LinkedHashSet<String> tidy = new LinkedHashSet<>();
        addresses.forEach(each -> tidy.add(each.strip().toLowerCase(Locale.ROOT)));
        before.forEach(tidy::remove);
        tidy.remove("");
        return List.copyOf(tidy);
    }

    public static Addressees orUsual(@Nullable Addressees chosen) {
        return chosen == null ? USUAL : chosen;
    }

    /** Nothing was chosen. */
    public boolean areUsual() {
        return !customerOnly && named().isEmpty();
    }

    /** All that were added. */
    public List<String> named() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
    }

    /** Both choices together. */
    public Addressees and(Addressees other) {
        return new Addressees(customerOnly || other.customerOnly, both(to, other.to), both(cc, other.cc), both(bcc, other.bcc));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
