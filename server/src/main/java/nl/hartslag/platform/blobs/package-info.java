/** Content-addressed storage of mail, files and images. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.blobs;
