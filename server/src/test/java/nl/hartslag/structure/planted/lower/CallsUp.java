package nl.hartslag.structure.planted.lower;

import nl.hartslag.structure.planted.upper.Uses;

/** Calls a module it does not declare. */
public final class CallsUp {
    Uses uses;
}
