/** What all channels have in common; each adapter has a package of its own below. */
@NullMarked
package nl.hartslag.channels.internal;

import org.jspecify.annotations.NullMarked;
