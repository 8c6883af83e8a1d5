package nl.hartslag.platform.settings;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * No e-mail address leaves in a log line, whoever wrote it: our own lines carry ids only, but libraries put into their messages
 * what they could not read.
 */
public final class MaskedLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    /** An escape of JSON first, so that its letter is not taken for the beginning of an address. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(\\\\(?:u\\p{XDigit}{4}|.))|[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /** Just after the logging was set up, before anything of the application is there. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ILoggerFactory logging = LoggerFactory.getILoggerFactory();
        if (!(logging instanceof LoggerContext context)) return;
        for (Iterator<Appender<ILoggingEvent>> each = context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders(); each.hasNext(); ) {
            if (each.next() instanceof OutputStreamAppender<ILoggingEvent> appender && !(appender.getEncoder() instanceof Masked)) {
                appender.setEncoder(new Masked(appender.getEncoder()));
            }
        }
    }

    static String masked(String line) {
        return line.indexOf('@') < 0 ? line : ADDRESS.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? "…@…" : found.group(1)));
    }

    private static final class Masked extends EncoderBase<ILoggingEvent> {
        private final Encoder<ILoggingEvent> lines;

        Masked(Encoder<ILoggingEvent> lines) {
            this.lines = lines;
        }

        @Override
        public byte[] headerBytes() {
            return lines.headerBytes();
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            return masked(new String(lines.encode(event), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return lines.footerBytes();
        }
    }
}
