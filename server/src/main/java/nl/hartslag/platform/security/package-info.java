/** Who acts, what he may do, and the checks at every entrance. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.security;
