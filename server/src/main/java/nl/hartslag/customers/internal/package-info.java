/** How customers are recognised, found and kept, with their orders. */
@NullMarked
package nl.hartslag.customers.internal;

import org.jspecify.annotations.NullMarked;
