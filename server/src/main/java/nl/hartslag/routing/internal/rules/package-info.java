/** The decisions of routing as plain calculations: values in, values out. */
@NullMarked
package nl.hartslag.routing.internal.rules;

import org.jspecify.annotations.NullMarked;
