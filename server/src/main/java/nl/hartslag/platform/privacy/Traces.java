package nl.hartslag.platform.privacy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;

/**
 * What leads to one person in the tables of the modules.
 *
 * @param addresses     as they are stored, such as e-mail addresses in lower case
 * @param names         by which the person is called
 * @param conversations that are his
 * @param messages      that left for him, or that he wrote in somebody else's conversation
 * @param ordersToo     whether what the law lets us keep of his orders goes as well
 */
public record Traces(
        BrandId brand, CustomerId customer, Set<String> addresses, Set<String> names, Set<UUID> conversations, Set<UUID> messages, boolean ordersToo) {
    public Traces {
        addresses = Set.copyOf(addresses);
        names = Set.copyOf(names);
        conversations = Set.copyOf(conversations);
        messages = Set.copyOf(messages);
    }

    public static Traces of(BrandId brand, CustomerId customer, boolean ordersToo) {
        return new Traces(brand, customer, Set.of(), Set.of(), Set.of(), Set.of(), ordersToo);
    }

    public Traces withPerson(Collection<String> moreAddresses, Collection<String> moreNames) {
        return new Traces(brand, customer, and(addresses, moreAddresses), and(names, moreNames), conversations, messages, ordersToo);
    }

    public Traces withConversations(Collection<UUID> more) {
        return new Traces(brand, customer, addresses, names, and(conversations, more), messages, ordersToo);
    }

    public Traces withMessages(Collection<UUID> more) {
        return new Traces(brand, customer, addresses, names, conversations, and(messages, more), ordersToo);
    }

    private static <T> Set<T> and(Set<T> known, Collection<T> more) {
        if (known.containsAll(more)) return known;
        Set<T> all = new LinkedHashSet<>(known);
        all.addAll(more);
        return all;
    }
}
