/** What customers answer, and the daily figures that follow from it. */
@NullMarked
package nl.hartslag.feedback.internal.answers;

import org.jspecify.annotations.NullMarked;
