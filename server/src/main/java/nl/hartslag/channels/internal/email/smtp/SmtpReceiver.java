package nl.hartslag.channels.internal.email.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.hartslag.channels.internal.email.EmailSettings;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.channels.internal.intake.IntakeBatches;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/** Listens for mail, if a port is set. Starts last and stops first, since everything it hands on must be there. */
@Component
public class SmtpReceiver implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpReceiver.class);
    private static final int MOST_RECIPIENTS = 100;
    private static final int IDLE_MILLISECONDS = 120_000;

    private final EmailSettings settings;
    private final EmailAccounts accounts;
    private final IntakeBatches intake;
    private volatile @Nullable SMTPServer server;

    SmtpReceiver(EmailSettings settings, EmailAccounts accounts, IntakeBatches intake) {
        this.settings = settings;
        this.accounts = accounts;
        this.intake = intake;
    }

    /** The port it listens on; 0 when it does not. */
    public int port() {
        SMTPServer running = server;
        return running == null ? 0 : running.getPortAllocated();
    }

    @Override
    public void start() {
        if (settings.smtpPort() == 0) return;
        start(settings.smtpPort());
    }

    /** @param port 0 chooses a free one */
    void start(int port) {
        try {
            SMTPServer.Builder builder = SMTPServer.port(port)
                    .bindAddress(InetAddress.getByName(settings.smtpBind()))
                    .hostName(settings.hostName())
                    .softwareName("Hartslag")
                    .maxMessageSize(settings.maxSize())
                    .maxConnections(settings.maxConnections())
                    .maxRecipients(MOST_RECIPIENTS)
                    .connectionTimeoutMs(IDLE_MILLISECONDS)
                    .backlog(200)
                    // trace headers of ours would make two copies of one mail differ
                    .insertReceivedHeaders(false)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor())
                    .messageHandlerFactory(context -> new SmtpDelivery(context, accounts, intake, settings.maxSize()));
            if (settings.tlsKeyStore().isPresent()) builder.enableTLS().startTlsSocketFactory(tls());
            SMTPServer started = builder.build();
            started.start();
            server = started;
            LOG.info("receiving mail on port {}", started.getPortAllocated());
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the SMTP receiver cannot start: " + unusable.getMessage(), unusable);
        }
    }

    private SSLContext tls() throws IOException, GeneralSecurityException {
        char[] password = settings.tlsPassword().orElse("").toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(settings.tlsKeyStore().orElseThrow())) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void stop() {
        SMTPServer running = server;
        if (running != null) running.stop();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return 1_000;
    }
}
