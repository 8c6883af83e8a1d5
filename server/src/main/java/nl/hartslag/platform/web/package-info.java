/** What every request passes: correlation id, security headers, the front end's pages. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.web;
