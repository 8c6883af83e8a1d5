import java.nio.file.Files;
import java.nio.file.Path;
import nl.hartslag.platform.database.DatabaseAddress;
import nl.hartslag.platform.database.EmbeddedPostgres;
import nl.hartslag.platform.database.Migrations;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates a throw-away database and writes table classes from it: each module's own tables into its {@code internal.db},
 * and the views it shows to others, named {@code shown_*}, into its {@code shown}.
 */
public class Generate {

    private static final String SHOWN = "shown_.*";

    public static void generate(Path migrations, Path output) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (var server = EmbeddedPostgres.temporary()) {
            Files.createDirectories(output);
            var all = Migrations.inFolder(migrations);
            all.migrate(server.address());
            for (var module : all.modules()) {
                write(server.address(), output, module, "internal.db", ".*", Migrations.HISTORY + "|" + SHOWN);
                if (showsViews(server.address(), module)) {
                    write(server.address(), output, module, "shown", SHOWN, "");
                }
            }
        }
    }

    private static boolean showsViews(DatabaseAddress database, String module) throws Exception {
        try (var connection = database.connect();
             var query = connection.prepareStatement("select 1 from pg_views where schemaname = ? and viewname like 'shown\\_%'")) {
            query.setString(1, module);
            return query.executeQuery().next();
        }
    }

    private static void write(DatabaseAddress database, Path output, String module, String place, String includes, String excludes) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.ERROR)
                .withJdbc(new Jdbc().withUrl(database.url()).withUser(database.user()).withPassword(database.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(module)
                                .withIncludes(includes)
                                .withExcludes(excludes)
                                .withForcedTypes(new ForcedType().withName("INSTANT").withIncludeTypes("timestamp.*with time zone|timestamptz.*")))
                        .withGenerate(new org.jooq.meta.jaxb.Generate()
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false)
                                .withRecordsImplementingRecordN(false)
                                .withIndexes(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsManyToMany(false)
                                .withJavadoc(false)
                                .withGeneratedAnnotation(false))
                        .withTarget(new Target()
                                .withPackageName("nl.hartslag." + module + "." + place)
                                .withDirectory(output.toString())
                                .withClean(false))));
    }
}
