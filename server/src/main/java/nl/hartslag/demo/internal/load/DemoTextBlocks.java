package nl.hartslag.demo.internal.load;

import java.util.List;
import java.util.Optional;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.knowledge.TextBlocks;
import nl.hartslag.knowledge.TextBlocks.BlockContent;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the people of the demo company do not write twice; some have words of their own. */
@Component
@Profile("demo")
class DemoTextBlocks {
    private static final String TEAM_LEADER = "ines";
    private final TextBlocks blocks;
    private final People people;

    DemoTextBlocks(TextBlocks blocks, People people) {
        this.blocks = blocks;
        this.people = people;
    }

    void load(Cast cast) {
        for (Table.Row row : Table.read("text-blocks")) {
            Optional<String> owner = row.optional("owner");
            Access writer = people.access(cast.people.get(owner.orElse(TEAM_LEADER))).orElseThrow();
            List<String> brands = row.list("brands");
            if (brands.isEmpty()) store(writer, owner.isPresent(), row, cast, null);
            else brands.forEach(brand -> store(writer, owner.isPresent(), row, cast, brand));
        }
    }

    /** @param brand absent for all brands */
    private void store(Access writer, boolean own, Table.Row row, Cast cast, @Nullable String brand) {
        blocks.create(writer, own, new BlockContent(brand == null ? null : cast.brands.get(brand), row.text("language"), row.text("shortcut"),
                row.text("name"), row.text("words").replace("\\n", "\n")));
    }
}
