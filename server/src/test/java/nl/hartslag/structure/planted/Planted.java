package nl.hartslag.structure.planted;

import org.springframework.modulith.Modulithic;

/** A tiny application that breaks the rules of modules in both ways, for {@code PlantedBreachesTest}. */
@Modulithic
public final class Planted {
    private Planted() {}
}
