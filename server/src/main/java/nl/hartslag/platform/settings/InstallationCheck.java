package nl.hartslag.platform.settings;

/**
 * Something that is set outside the application and without which real work quietly goes wrong. A module brings a bean for
 * each; the first-steps page shows them. The words stand in the front end under {@code start.installation.<key>}.
 */
public interface InstallationCheck {
    String key();

    boolean done();

    /** The name of the setting to look at. */
    String setting();
}
