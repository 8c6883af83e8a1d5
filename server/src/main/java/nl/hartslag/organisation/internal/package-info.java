/** How organisation keeps its tables and answers from memory. */
@NullMarked
package nl.hartslag.organisation.internal;

import org.jspecify.annotations.NullMarked;
