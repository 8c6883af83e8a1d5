/** Erasing what was said, while what happened stays countable. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.contacts.internal.erasing;
