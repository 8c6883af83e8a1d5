/** The e-mail channel: received by SMTP or fetched by IMAP, placed as conversations, answered through a mail relay. */
@NullMarked
package nl.hartslag.channels.internal.email;

import org.jspecify.annotations.NullMarked;
