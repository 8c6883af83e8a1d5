/** Mail that leaves: proper MIME, threading headers, marks on automatic mail, DKIM signature. */
@NullMarked
package nl.hartslag.channels.internal.email.compose;

import org.jspecify.annotations.NullMarked;
