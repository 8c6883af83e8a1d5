/** E-mail as a customer's own provider handles it: sending, receiving, composing. */
@NullMarked
package nl.hartslag.simulator.mail;

import org.jspecify.annotations.NullMarked;
