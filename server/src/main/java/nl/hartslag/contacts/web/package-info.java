/** What others may ask of contacts over HTTP, beside the desk. */
@NullMarked
package nl.hartslag.contacts.web;

import org.jspecify.annotations.NullMarked;
