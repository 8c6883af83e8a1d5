/** From a stored mail to a message in a conversation. */
@NullMarked
package nl.hartslag.channels.internal.email.place;

import org.jspecify.annotations.NullMarked;
