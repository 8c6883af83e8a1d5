package nl.hartslag.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.hartslag.Hartslag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules are as the architecture has them, and their pictures in the documents are those of the code. */
class ModulesTest {
    private final ApplicationModules modules = ApplicationModules.of(Hartslag.class);
    private final ModulePictures pictures = new ModulePictures(modules);

    @Test
    void theyUseOnlyTheDoorsOfLowerFloors() {
        modules.verify();
    }

    @Test
    void theOverviewIsCurrent() throws Exception {
        keep(Path.of("../docs/images/modules.svg"), pictures.overview());
    }

    @Test
    void thePageOfTheModulesIsCurrent() throws Exception {
        keep(Path.of("../docs/modules.md"), pictures.page());
    }

    /** With {@code -Dpictures.write} the file is written instead. */
    private static void keep(Path file, String now) throws Exception {
        if (System.getProperty("pictures.write") != null) {
            Files.writeString(file, now);
            return;
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as(file + " is out of date: run ./hartslag pictures and review what changed")
                .isEqualTo(now);
    }
}
