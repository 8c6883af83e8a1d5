/** Views that other modules may read with a join; generated from the migrations. */
@NamedInterface("shown")
package nl.hartslag.customers.shown;

import org.springframework.modulith.NamedInterface;
