/** Visitors of the web chat, over the widget's protocol. */
@NullMarked
package nl.hartslag.simulator.chat;

import org.jspecify.annotations.NullMarked;
