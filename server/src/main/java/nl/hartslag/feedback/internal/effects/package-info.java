/** What customers said before and after something was given to them. */
@NullMarked
package nl.hartslag.feedback.internal.effects;

import org.jspecify.annotations.NullMarked;
