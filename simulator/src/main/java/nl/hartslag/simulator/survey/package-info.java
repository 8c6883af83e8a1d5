/** Opening and answering a survey as a browser would. */
@NullMarked
package nl.hartslag.simulator.survey;

import org.jspecify.annotations.NullMarked;
