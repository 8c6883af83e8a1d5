package nl.hartslag.contacts;

import java.io.InputStream;

/** The caller closes {@code bytes}. */
public record AttachmentContent(String name, String type, long size, InputStream bytes) {}
