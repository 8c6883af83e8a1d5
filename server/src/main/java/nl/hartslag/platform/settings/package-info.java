/**
 * What an administrator sets: where settings come from, and the refusal to start on one that is unknown or wrong. Each
 * module keeps its own settings as a validated record annotated {@code @ConfigurationProperties("hartslag.<module>")}.
 */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.settings;
