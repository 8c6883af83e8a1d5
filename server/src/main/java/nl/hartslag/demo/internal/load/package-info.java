/** Bringing the demo company in, step by step, through the doors of those who own what is stored. */
@NullMarked
package nl.hartslag.demo.internal.load;

import org.jspecify.annotations.NullMarked;
