package nl.hartslag.platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Runs one {@link AdminCommand} and ends. Beans are made only as the command needs them and nothing is started, so that a
 * command beside a running product takes no port and no work from it.
 */
public final class AdminCommands {

    private AdminCommands() {
    }

    /** @param arguments settings as {@code --hartslag.data=…} first, then the command and what belongs to it */
    public static void run(SpringApplication application, String[] arguments) {
        var settings = Arrays.stream(arguments).takeWhile(argument -> argument.startsWith("--hartslag.") || argument.startsWith("--spring.")).toArray(String[]::new);
        var command = List.of(arguments).subList(settings.length, arguments.length);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("hartslag.database.join", "true", "logging.level.root", "warn"));
        application.addListeners((ApplicationListener<ApplicationContextInitializedEvent>) event ->
                event.getApplicationContext().getBeanFactory().registerSingleton("lifecycleProcessor", new StartNothing()));
        application.addListeners((ApplicationListener<ContextRefreshedEvent>) event -> {
            var exit = run(event.getApplicationContext(), command);
            ((ConfigurableApplicationContext) event.getApplicationContext()).close();
            System.exit(exit);
        });
        application.run(settings);
    }

    private static int run(ApplicationContext context, List<String> command) {
        var commands = context.getBeansOfType(AdminCommand.class).values();
        var asked = command.isEmpty() ? "" : command.getFirst();
        var found = commands.stream().filter(each -> each.name().equals(asked)).findFirst();
        if (found.isPresent()) {
            return found.get().run(command.subList(1, command.size()), System.out, System.err);
        }
        var out = asked.isEmpty() || asked.equals("--help") ? System.out : System.err;
        if (out == System.err) {
            out.println("There is no admin command '" + asked + "'.");
        }
        out.println(commands.stream().sorted(Comparator.comparing(AdminCommand::name))
                .map(each -> "  admin %-10s %s".formatted(each.name(), each.summary())).collect(Collectors.joining("\n")));
        return out == System.out ? 0 : 2;
    }

    private static final class StartNothing implements LifecycleProcessor {

        @Override
        public void onRefresh() {
            // a command serves nobody
        }

        @Override
        public void onClose() {
            // nothing was started
        }

        @Override
        public void start() {
            // a command serves nobody
        }

        @Override
        public void stop() {
            // nothing was started
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
