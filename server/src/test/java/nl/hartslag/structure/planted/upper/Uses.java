package nl.hartslag.structure.planted.upper;

import nl.hartslag.structure.planted.lower.internal.Secret;

/** Reaches behind a module's door. */
public final class Uses {
    Secret secret;
}
