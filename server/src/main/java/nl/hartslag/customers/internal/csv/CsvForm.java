package nl.hartslag.customers.internal.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import nl.hartslag.customers.OrderImports.Source;
import nl.hartslag.platform.problem.Problem;
import org.apache.commons.csv.CSVFormat;

/** How a file is written: its encoding and what stands between the columns. */
record CsvForm(Charset charset, char delimiter, String header) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** In what is no text, such as a picture or a workbook, a zero byte comes soon. */
    private static final int BEGINNING = 4096;
    private static final char MARK = '\uFEFF';

    /** Anything that is not UTF-8 throughout is what a spreadsheet on Windows writes. */
    static CsvForm of(Source file) throws IOException {
        Charset charset = charset(file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file.open(), charset))) {
            String header = reader.readLine();
            if (header == null || header.isBlank()) throw Problem.of("imports/empty", 422);
            String clean = header.charAt(0) == MARK ? header.substring(1) : header;
            return new CsvForm(charset, delimiter(clean), clean);
        }
    }

    private static Charset charset(Source file) throws IOException {
        byte[] start;
        try (InputStream bytes = file.open()) {
            start = bytes.readNBytes(BEGINNING);
        }
        boolean wide = start.length > 1 && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE);
        if (wide) return StandardCharsets.UTF_16;
        for (byte each : start) if (each == 0) throw Problem.of("imports/no-text", 422);
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    Reader reader(Source file) throws IOException {
        InputStream bytes = file.open();
        BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != MARK) reader.reset();
        return reader;
    }

    CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .setAllowMissingColumnNames(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }

    private static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) best = candidate;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private static boolean isUtf8(Source file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[1 << 16];
        try (Reader reader = new InputStreamReader(file.open(), decoder)) {
            while (reader.read(buffer) >= 0) continue;
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
