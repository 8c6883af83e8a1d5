/** Mailboxes elsewhere, fetched without losing or doubling a mail. */
@NullMarked
package nl.hartslag.channels.internal.email.imap;

import org.jspecify.annotations.NullMarked;
