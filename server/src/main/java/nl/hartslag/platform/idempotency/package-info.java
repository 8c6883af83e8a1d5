/** A command that is sent again under the same key is done once. */
@NullMarked
package nl.hartslag.platform.idempotency;

import org.jspecify.annotations.NullMarked;
