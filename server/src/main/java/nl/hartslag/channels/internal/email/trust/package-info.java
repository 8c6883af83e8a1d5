/** Whether the sender of a mail is who the From line says: SPF, DKIM, DMARC. */
@NullMarked
package nl.hartslag.channels.internal.email.trust;

import org.jspecify.annotations.NullMarked;
