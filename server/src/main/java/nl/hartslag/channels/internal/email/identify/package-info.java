/** Which mail this is (the same one again, a machine's, a bounce) decided from its content alone. */
@NullMarked
package nl.hartslag.channels.internal.email.identify;

import org.jspecify.annotations.NullMarked;
