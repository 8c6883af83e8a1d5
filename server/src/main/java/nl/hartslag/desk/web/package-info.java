/** The desk over HTTP. */
@NullMarked
package nl.hartslag.desk.web;

import org.jspecify.annotations.NullMarked;
