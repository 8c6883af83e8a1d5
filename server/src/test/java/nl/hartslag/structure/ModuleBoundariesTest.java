package nl.hartslag.structure;

import nl.hartslag.Hartslag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** No module uses another's internals, and none calls upward or sideways. */
class ModuleBoundariesTest {
    private final ApplicationModules modules = ApplicationModules.of(Hartslag.class);

    @Test
    void modulesUseOnlyTheDoorsOfLowerFloors() {
        modules.verify();
    }

    @Test
    void drawsThePicturesOfTheArchitecturePage() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
