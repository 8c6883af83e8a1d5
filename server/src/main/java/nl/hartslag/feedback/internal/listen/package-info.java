/** What the Listen page counts and shows. */
@NullMarked
package nl.hartslag.feedback.internal.listen;

import org.jspecify.annotations.NullMarked;
