import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Generates the table classes when a migration has changed, and does nothing otherwise. Maven runs this file as it stands;
 * the real work is in {@link Generate}, which is compiled here together with the product's own database manager, because
 * at this moment of the build nothing else is compiled yet.
 */
class JooqCodegen {

    public static void main(String[] arguments) throws Exception {
        var server = Path.of(arguments[0]).toAbsolutePath();
        var output = server.resolve("target/generated-sources/jooq");
        var stamp = server.resolve("target/jooq.stamp");
        var migrations = server.resolve("src/main/resources/db/migration");
        var fingerprint = fingerprint(List.of(migrations, server.resolve("codegen")));
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint) && Files.isDirectory(output)) {
            return;
        }
        delete(output);
        var classes = Files.createDirectories(server.resolve("target/codegen"));
        var result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), "-nowarn", "-proc:none",
                "-Xlint:none", "-Xprefer:source", "-sourcepath", server.resolve("src/main/java").toString(),
                "-cp", System.getProperty("java.class.path"), server.resolve("codegen/Generate.java").toString());
        if (result != 0) {
            throw new IllegalStateException("codegen/Generate.java does not compile");
        }
        try (var loader = new URLClassLoader(urls(classes), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass("Generate").getMethod("generate", Path.class, Path.class).invoke(null, migrations, output);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
        Files.writeString(stamp, fingerprint);
    }

    private static URL[] urls(Path first) throws IOException {
        var paths = new java.util.ArrayList<URL>();
        paths.add(first.toUri().toURL());
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            paths.add(Path.of(entry).toUri().toURL());
        }
        return paths.toArray(URL[]::new);
    }

    private static String fingerprint(List<Path> folders) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(folder.relativize(file).toString().getBytes());
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        var jooq = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> path.contains("jooq-codegen")).toList();
        digest.update(jooq.toString().getBytes());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
