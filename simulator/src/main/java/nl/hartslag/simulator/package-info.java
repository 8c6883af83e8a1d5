/** The customers of the demo company as an ordinary client process: they write, chat, answer surveys and misbehave. */
@NullMarked
package nl.hartslag.simulator;

import org.jspecify.annotations.NullMarked;
