/** Suggestions over HTTP. */
@NullMarked
package nl.hartslag.assistant.web;

import org.jspecify.annotations.NullMarked;
