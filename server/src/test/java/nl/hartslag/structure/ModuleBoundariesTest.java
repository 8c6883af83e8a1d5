package nl.hartslag.structure;

import nl.hartslag.Hartslag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** No module uses another's internals, and none calls upward or sideways. */
class ModuleBoundariesTest {
    private final ApplicationModules modules = ApplicationModules.of(Hartslag.class);

    @Test
    void modulesUseOnlyTheDoorsOfLowerFloors() {
        modules.verify();
    }
}
