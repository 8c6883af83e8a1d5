/** Routing over HTTP. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.routing.web;
