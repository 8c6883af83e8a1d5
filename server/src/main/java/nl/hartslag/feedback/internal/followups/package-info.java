/** The closing of the loop with a dissatisfied customer. */
@NullMarked
package nl.hartslag.feedback.internal.followups;

import org.jspecify.annotations.NullMarked;
