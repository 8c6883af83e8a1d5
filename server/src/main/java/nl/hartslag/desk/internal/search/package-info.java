/** Finding conversations by what was said in them. */
@NullMarked
package nl.hartslag.desk.internal.search;

import org.jspecify.annotations.NullMarked;
