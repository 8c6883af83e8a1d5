package nl.hartslag.contacts.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** A message that only says thanks asks for nothing, so it opens no contact. When in doubt it is not one. */
final class MereThanks {
    private static final int LONGEST = 60;
    private static final Pattern THANKS = Pattern.compile("(?:(?:heel(?: erg)?|ontzettend|super|nogmaals|alvast|oke|oké|ok|top|fijn"
            + "|prima|mooi|great|many|perfect|super|lovely)[ ,!.]*)*"
            + "(?:dank(?: ?je| ?u)?(?: ?wel)?|bedankt|thanks(?: a lot| so much)?|thank you(?: very much| so much)?|thx|merci)"
            + "(?:[ ,!.]*(?:hoor|alvast|weer|voor (?:de|je|uw|jullie) (?:hulp|snelle reactie|reactie|antwoord)"
            + "|for (?:the|your) (?:help|quick reply|reply|answer)|groet(?:jes|en)?|top|again))*[ !.\\p{So}\\p{Cs}\\uFE0F]*");

    private MereThanks() {}

    static boolean is(String text) {
        String said = text.strip().toLowerCase(Locale.ROOT);
        return !said.isEmpty() && said.length() <= LONGEST && THANKS.matcher(said).matches();
    }
}
