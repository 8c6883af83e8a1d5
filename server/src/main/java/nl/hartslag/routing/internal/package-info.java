/** How routing keeps its word: what waits, who is there, who is asked, what is in hand. */
@NullMarked
package nl.hartslag.routing.internal;

import org.jspecify.annotations.NullMarked;
