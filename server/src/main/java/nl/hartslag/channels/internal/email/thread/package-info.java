/** Which conversation a mail continues, and why. */
@NullMarked
package nl.hartslag.channels.internal.email.thread;

import org.jspecify.annotations.NullMarked;
