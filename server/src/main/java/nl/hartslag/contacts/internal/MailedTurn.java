package nl.hartslag.contacts.internal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a department means by a mail: its answer, unless the first line begins with one of a few fixed words and a colon. The words are such that
 * nobody begins an answer with them by chance, and the mails that ask say them.
 */
sealed interface MailedTurn {
    /** Longer reasons stand whole in the thread. */
    int LONGEST_WHY = 500;

    record Answer() implements MailedTurn {}

    record Sooner(boolean accepted) implements MailedTurn {}

    record AskBack(String question) implements MailedTurn {}

    record MoreTime(Instant at, String why) implements MailedTurn {}

    /** It begins with one of the words, and cannot be read. @param why a key of the texts that say what to do */
    record Unread(String why) implements MailedTurn {}

    Pattern SOONER = of("eerder|sooner", "|(?<=\\s)(?=(?:ja|nee|yes|no)\\W*$)");
    Pattern ASK_BACK = of("tegenvraag|question back", "");
    Pattern MORE_TIME = of("meer tijd|more time", "|(?<=\\s)(?=\\d)");
    Pattern YES = Pattern.compile("(?i)(ja|yes|akkoord|agreed|ok|oké|okay)\\b.*");
    Pattern NO = Pattern.compile("(?i)(nee|no|niet|not)\\b.*");

    /** @param others what may stand where the colon is forgotten */
    private static Pattern of(String words, String others) {
        return Pattern.compile("(?iu)[*_\"'“‘-]*\\s*(?:" + words + ")[*_]*\\s*(?:[:;][*_]*" + others + ")(.*)");
    }

    /** @param text what is new in the mail; @param now in the zone in which the department reads times */
    static MailedTurn read(String text, ZonedDateTime now) {
        String[] parts = text.strip().split("\\R", 2);
        String first = parts[0].replaceAll("[\\s\\u00a0]+", " ").strip();
        String rest = parts.length == 1 ? "" : parts[1].strip();
        Matcher sooner = SOONER.matcher(first);
        if (sooner.matches()) return sooner(sooner.group(1).strip());
        Matcher asked = ASK_BACK.matcher(first);
        if (asked.matches()) {
            String question = (asked.group(1).strip() + "\n" + rest).strip();
            return question.isEmpty() ? new Unread("question") : new AskBack(question);
        }
        Matcher more = MORE_TIME.matcher(first);
        return more.matches() ? moreTime(more.group(1).strip(), rest, now) : new Answer();
    }

    private static MailedTurn sooner(String said) {
        if (YES.matcher(said).matches()) return new Sooner(true);
        return NO.matcher(said).matches() ? new Sooner(false) : new Unread("yesOrNo");
    }

    private static MailedTurn moreTime(String said, String below, ZonedDateTime now) {
        Optional<WrittenMoment> moment = WrittenMoment.read(said, now);
        if (moment.isEmpty()) return new Unread("moment");
        String beside = moment.get().after().replaceFirst("^[\\s,;:.–-]+", "").strip();
        String why = beside.isEmpty() ? below.split("\\R\\s*\\R", 2)[0].strip() : beside;
        if (why.isEmpty()) return new Unread("why");
        return new MoreTime(moment.get().at(), why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY - 1) + "…");
    }
}
