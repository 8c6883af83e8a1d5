/** Who is asked: one decision per solved case, and the invitation that may follow. */
@NullMarked
package nl.hartslag.feedback.internal.asking;

import org.jspecify.annotations.NullMarked;
