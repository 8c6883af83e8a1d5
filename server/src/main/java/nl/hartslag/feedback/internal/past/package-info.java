/** Answers of the past, brought in at once. */
@NullMarked
package nl.hartslag.feedback.internal.past;

import org.jspecify.annotations.NullMarked;
