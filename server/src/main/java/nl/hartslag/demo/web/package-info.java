/** The web shops of the demo company, which embed the chat as any shop would. */
@NullMarked
package nl.hartslag.demo.web;

import org.jspecify.annotations.NullMarked;
