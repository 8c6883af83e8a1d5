/** Refusals a person can act on, rendered in one place. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.problem;
