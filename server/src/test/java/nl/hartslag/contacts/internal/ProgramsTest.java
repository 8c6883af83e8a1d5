package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {
    @ParameterizedTest
    @CsvSource({
            "factuur.pdf, application/pdf, false",
            "factuur.pdf, application/x-msdownload, true",
            "factuur.pdf.exe, application/octet-stream, true",
            "factuur, application/x-mach-o-executable, true",
            "scherm.rdp, application/octet-stream, true",
            "tabel.iqy, text/plain, true",
            "factuur.EXE., application/octet-stream, true",
            "exe, application/octet-stream, false",
            "foto.jpg, image/jpeg, false",
            "foto.svg, image/svg+xml, true",
            "lijst.xlsm, application/vnd.ms-excel.sheet.macroenabled.12, true",
            "lijst.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, false",
            "inloggen.html, text/html, true",
            "brief.txt, text/plain; charset=utf-8, false"})
    void knowsWhatCanDoSomethingByNameAndByContent(String name, String type, boolean program) {
        assertThat(Programs.isOne(name, type)).isEqualTo(program);
    }
}
