/** From the raw bytes of a mail to something that can be shown, whatever the sender's program did wrong. */
@NullMarked
package nl.hartslag.channels.internal.email.parse;

import org.jspecify.annotations.NullMarked;
