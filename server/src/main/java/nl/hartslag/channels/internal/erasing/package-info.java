/** Erasing what arrived and what left, while the ledger of the intake keeps adding up. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.channels.internal.erasing;
