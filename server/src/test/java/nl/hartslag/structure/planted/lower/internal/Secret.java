package nl.hartslag.structure.planted.lower.internal;

/** Nobody else's business. */
public final class Secret {}
