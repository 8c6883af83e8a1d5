/** How feedback works inside. */
@NullMarked
package nl.hartslag.feedback.internal;

import org.jspecify.annotations.NullMarked;
