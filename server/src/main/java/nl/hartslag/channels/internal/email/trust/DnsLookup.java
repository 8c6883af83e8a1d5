package nl.hartslag.channels.internal.email.trust;

import java.util.List;

/** The domain name system, as far as mail authentication asks it. */
public interface DnsLookup {
    enum Type { A, AAAA, MX, PTR, TXT }

    /**
     * @return values as text, empty when there are none (TXT joined, MX host names by preference, addresses as digits)
     * @throws Unavailable when nobody answers in time, which says nothing about the name
     */
    List<String> lookup(String name, Type type) throws Unavailable;

    final class Unavailable extends Exception {
        public Unavailable(String name) {
            super("no answer about " + name, null, false, false);
        }
    }

    /** For machines without a network: nobody ever answers, so no sender is proven. */
    static DnsLookup offline() {
        return (name, type) -> {
            throw new Unavailable(name);
        };
    }
}
