/** Mail that leaves, from the outbox to the relay or the outbox page. */
@NullMarked
package nl.hartslag.channels.internal.email.send;

import org.jspecify.annotations.NullMarked;
