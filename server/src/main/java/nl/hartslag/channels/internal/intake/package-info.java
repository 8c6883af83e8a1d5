/**
 * The intake every adapter shares: store first, acknowledge, then process in order; nothing lost, nothing doubled, and what fails
 * stays in sight.
 */
@NullMarked
package nl.hartslag.channels.internal.intake;

import org.jspecify.annotations.NullMarked;
