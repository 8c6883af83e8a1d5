/** What an agent sees of a mail: safe HTML, its text, and old conversation folded away but never deleted. */
@NullMarked
package nl.hartslag.channels.internal.email.show;

import org.jspecify.annotations.NullMarked;
