/** The pages and programs that ask and change who we are. */
@NullMarked
package nl.hartslag.organisation.web;

import org.jspecify.annotations.NullMarked;
