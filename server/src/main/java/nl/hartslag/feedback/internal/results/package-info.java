/** Each person's own results, and the rules for looking at those of others. */
@NullMarked
package nl.hartslag.feedback.internal.results;

import org.jspecify.annotations.NullMarked;
