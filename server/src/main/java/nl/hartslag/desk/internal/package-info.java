/** How the desk's rows are kept, listed, counted and watched. */
@NullMarked
package nl.hartslag.desk.internal;

import org.jspecify.annotations.NullMarked;
