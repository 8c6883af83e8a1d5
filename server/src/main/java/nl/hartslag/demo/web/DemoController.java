package nl.hartslag.demo.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.hartslag.demo.internal.DemoLogins;
import nl.hartslag.platform.security.AllowedAnyone;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the log-in page that this is the demo company, and who works there. In every other installation it has nothing to say. */
@RestController
@Tag(name = "Demo")
class DemoController {
    private final boolean demo;

    DemoController(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    record DemoView(String password, List<DemoPerson> people) {}

    record DemoPerson(String email, String name, String role, @Nullable String partner) {}

    @Operation(summary = "Whom one can be in the demo company; 204 in an installation for real work")
    @AllowedAnyone("the log-in page of the demo offers its people, whose password everybody may know")
    @GetMapping("/api/demo")
    ResponseEntity<DemoView> demo() {
        if (!demo) return ResponseEntity.noContent().build();
        return ResponseEntity.ok(new DemoView(DemoLogins.PASSWORD, DemoLogins.people().stream()
                .map(person -> new DemoPerson(person.email(), person.name(), person.role(), person.partner().orElse(null)))
                .toList()));
    }
}
