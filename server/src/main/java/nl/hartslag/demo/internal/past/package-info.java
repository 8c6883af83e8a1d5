/** Eight weeks of work and answers, ending now, told to the import doors of those who own it. */
@NullMarked
package nl.hartslag.demo.internal.past;

import org.jspecify.annotations.NullMarked;
