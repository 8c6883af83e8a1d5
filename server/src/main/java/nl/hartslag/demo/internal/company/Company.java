package nl.hartslag.demo.internal.company;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company as its tables tell it. */
public record Company(
        List<Brand> brands,
        List<Person> people,
        List<Reason> reasons,
        List<Product> products,
        List<Queue> queues) {

    public static Company read() {
        return new Company(
                Table.read("brands").stream().map(row -> new Brand(row.text("key"), row.text("name"), row.text("accent"),
                        row.text("language"), row.text("zone"), row.text("mail"), row.text("greetingNl"),
                        row.text("greetingEn"))).toList(),
                Table.read("people").stream().map(row -> new Person(row.text("key"), row.text("name"), row.text("locale"),
                        row.text("role"), row.text("site"), row.optional("partner"), row.list("teams"),
                        row.levels("skills"), Double.parseDouble(row.text("warmth")))).toList(),
                Table.read("reasons").stream().map(row -> new Reason(row.text("key"), row.optional("parent"),
                        row.text("nameNl"), row.text("nameEn"), row.optional("offered").isPresent(),
                        row.optional("cause"))).toList(),
                Table.read("products").stream().map(row -> new Product(row.text("brand"), row.text("sku"),
                        row.text("nameNl"), row.text("nameEn"), row.number("price"))).toList(),
                Table.read("queues").stream().map(row -> new Queue(row.text("key"), row.text("brand"), row.text("name"),
                        row.optional("partner"), row.number("priority"), row.number("ageing"), row.text("mode"),
                        row.number("offer"), row.number("overflow"), row.levels("skills"), row.levels("rather"),
                        row.optional("knows").map(Integer::parseInt).orElse(0), row.optional("inTurn").isPresent(),
                        Table.read("queue-rings").stream().filter(ring -> ring.text("queue").equals(row.text("key")))
                                .map(ring -> new Ring(ring.number("after"), ring.levels("skills"), ring.optional("partner"))).toList(),
                        Table.read("queue-shares").stream().filter(share -> share.text("queue").equals(row.text("key")))
                                .map(share -> new Share(share.optional("partner"), share.optional("site"), share.number("percent"))).toList(),
                        row.optional("free").map(people -> new Free(Integer.parseInt(people), row.text("freeFor"), row.number("lent"))))).toList());
    }

    public Brand brand(String key) {
        return brands.stream().filter(brand -> brand.key().equals(key)).findFirst().orElseThrow();
    }

    public List<Product> productsOf(String brand) {
        return products.stream().filter(product -> product.brand().equals(brand)).toList();
    }

    /** @param mail the address at which customers write to this brand */
    public record Brand(String key, String name, String accent, String language, String zone, String mail,
            String greetingNl, String greetingEn) {}

    /** @param warmth how much this person lifts (or lowers) what customers answer, in points */
    public record Person(String key, String name, String locale, String role, String site, Optional<String> partner,
            List<String> teams, Map<String, Integer> skills, double warmth) {
        public String email() {
            return key + "@demo.example";
        }

        public String firstName() {
            return name.substring(0, name.indexOf(' '));
        }

        public boolean answersCustomers() {
            return role.equals("agent") || role.equals("senior");
        }

        public boolean fits(Queue queue) {
            return queue.skills().entrySet().stream()
                    .allMatch(needed -> skills.getOrDefault(needed.getKey(), 0) >= needed.getValue());
        }
    }

    /** @param cause the department that usually makes this reason necessary */
    public record Reason(String key, Optional<String> parent, String nameNl, String nameEn, boolean offered,
            Optional<String> cause) {}

    public record Product(String brand, String sku, String nameNl, String nameEn, int priceMinor) {
        public String name(String language) {
            return language.equals("nl") ? nameNl : nameEn;
        }
    }

    /** @param rather skills that give a better place @param knowsCaseMinutes how long it is kept for who knows the case */
    public record Queue(String key, String brand, String name, Optional<String> partner, int priority, int ageingMinutes,
            String mode, int offerSeconds, int overflowMinutes, Map<String, Integer> skills, Map<String, Integer> rather,
            int knowsCaseMinutes, boolean inTurn, List<Ring> rings, List<Share> shares, Optional<Free> free) {}

    /** Who may help too after a while. */
    public record Ring(int afterMinutes, Map<String, Integer> skills, Optional<String> partner) {}

    /** So many people stay free for it. */
    public record Free(int people, String medium, int lentMinutes) {}

    /** Over whom its work is shared. */
    public record Share(Optional<String> partner, Optional<String> site, int percent) {}
}
