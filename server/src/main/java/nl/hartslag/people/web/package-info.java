/** Sessions and the administration of people over HTTP. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.people.web;
