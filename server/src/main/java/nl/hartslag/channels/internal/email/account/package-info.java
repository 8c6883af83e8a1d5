/** The addresses customers write to, and how mail gets to and from them. */
@NullMarked
package nl.hartslag.channels.internal.email.account;

import org.jspecify.annotations.NullMarked;
