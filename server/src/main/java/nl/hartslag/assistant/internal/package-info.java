/** Learning from what was registered, and guessing by it. */
@NullMarked
package nl.hartslag.assistant.internal;

import org.jspecify.annotations.NullMarked;
