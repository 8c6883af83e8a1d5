/** Work that is due at a stored instant and runs once. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.timers;
