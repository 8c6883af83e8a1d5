/** Customers and orders over HTTP. */
@NullMarked
package nl.hartslag.customers.web;

import org.jspecify.annotations.NullMarked;
