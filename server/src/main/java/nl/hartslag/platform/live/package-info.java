/** The numbered log of news that screens follow. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.live;
