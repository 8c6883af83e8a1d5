/** Loading the demo company and telling who may log in. */
@NullMarked
package nl.hartslag.demo.internal;

import org.jspecify.annotations.NullMarked;
