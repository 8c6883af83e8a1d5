/** Our own SMTP receiver. */
@NullMarked
package nl.hartslag.channels.internal.email.smtp;

import org.jspecify.annotations.NullMarked;
