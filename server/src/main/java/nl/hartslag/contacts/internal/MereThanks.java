package nl.hartslag.contacts.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** A message that only says thanks or goodbye asks for nothing, so it opens no contact. When in doubt it is not one. */
final class MereThanks {
    private static final int LONGEST = 60;
    private static final String WARM = "heel(?: erg)?|ontzettend|super|nogmaals|alvast|oke|oké|ok|top|fijn|prima|mooi|helder|duidelijk"
            + "|great|many|perfect|lovely";
    private static final String CLOSING = "dank(?: ?je| ?u)?(?: ?wel)?|bedankt|thanks(?: a lot| so much)?|thank you(?: very much| so much)?|thx|merci"
            + "|(?:zo|hier|daar) kan ik (?:mee )?verder|dan weet ik genoeg|that helps"
            + "|(?:een )?(?:fijne|prettige|mooie) (?:dag|avond)(?: nog| verder)?|fijn weekend"
            + "|have a (?:nice|good|great|lovely) (?:day|evening|weekend)|jij ook|u ook|you too";
    private static final String AFTER = "hoor|alvast|weer|voor (?:de|je|uw|jullie) (?:hulp|snelle reactie|reactie|antwoord)"
            + "|for (?:the|your) (?:help|quick reply|reply|answer)|groet(?:jes|en)?|again";
    private static final Pattern THANKS = Pattern.compile("(?:(?:%1$s)[ ,!.]*)*(?:%2$s)(?:[ ,!.]*(?:%1$s|%2$s|%3$s))*[ !.\\p{So}\\p{Cs}\\uFE0F]*"
            .formatted(WARM, CLOSING, AFTER));

    private MereThanks() {}

    static boolean is(String text) {
        String said = text.strip().toLowerCase(Locale.ROOT);
        return !said.isEmpty() && said.length() <= LONGEST && THANKS.matcher(said).matches();
    }
}
