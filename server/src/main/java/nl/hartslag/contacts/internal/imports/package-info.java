/** Storing work of the past in batches. */
@NullMarked
package nl.hartslag.contacts.internal.imports;

import org.jspecify.annotations.NullMarked;
