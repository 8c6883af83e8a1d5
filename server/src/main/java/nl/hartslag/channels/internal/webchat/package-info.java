/** The web chat: visitors of a shop's page, their conversations, and the stream that carries news to them. */
@NullMarked
package nl.hartslag.channels.internal.webchat;

import org.jspecify.annotations.NullMarked;
