/** Colleagues who answer mail beside the people who look at the demo, over the API that the desk uses. */
@NullMarked
package nl.hartslag.simulator.staff;

import org.jspecify.annotations.NullMarked;
