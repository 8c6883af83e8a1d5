/** Words worth showing in the hall. */
@NullMarked
package nl.hartslag.feedback.internal.wall;

import org.jspecify.annotations.NullMarked;
