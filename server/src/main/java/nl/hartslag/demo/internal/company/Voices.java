package nl.hartslag.demo.internal.company;

import java.util.List;
import java.util.Map;

/** What customers and agents say on an occasion: parts put together by chance, so that hardly two are the same. */
public final class Voices {
    private static final String GENERAL = "general";

    private final Map<String, Texts> texts = Map.of("nl", new Texts("nl"), "en", new Texts("en"));
    private final Dice dice;

    public Voices(Dice dice) {
        this.dice = dice;
    }

    public String mailSubject(Occasion occasion) {
        return phrase(occasion, occasion.subject(), "subject", "");
    }

    /** A customer's first e-mail. */
    public String mail(Occasion occasion) {
        List<String> question = parts(occasion, "question", "");
        StringBuilder text = new StringBuilder(general(occasion, "opening " + occasion.mood(), ""));
        text.append("\n\n").append(question.getFirst());
        if (dice.chance(0.65)) text.append(' ').append(phrase(occasion, occasion.subject(), "detail", ""));
        if (dice.chance(0.4)) text.append(dice.chance(0.5) ? "\n\n" : " ").append(general(occasion, "aside", ""));
        if (!question.get(1).isEmpty()) text.append(dice.chance(0.5) ? "\n\n" : " ").append(question.get(1));
        if (dice.chance(0.35) && text.indexOf(occasion.order().number()) < 0) {
            text.append(' ').append(general(occasion, "chat order", "")).append('.');
        }
        return text.append("\n\n").append(general(occasion, "closing " + occasion.mood(), "")).toString();
    }

    /** An agent's answer to it. */
    public String answer(Occasion occasion, String agent) {
        StringBuilder text = new StringBuilder(general(occasion, "agent opening", agent)).append("\n\n");
        text.append(general(occasion, occasion.mood().equals("upset") ? "agent sorry" : "agent thanks", agent));
        text.append(dice.chance(0.5) ? " " : "\n\n");
        text.append(parts(occasion, "question", agent).get(2));
        return text.append("\n\n").append(general(occasion, "agent closing", agent)).toString();
    }

    public String chatQuestion(Occasion occasion) {
        return parts(occasion, "chat", "").getFirst();
    }

    /** The answer to it, as an agent types it. */
    public String chatAnswer(Occasion occasion, String agent) {
        return parts(occasion, "chat", agent).get(1);
    }

    /** A section of the general phrases: {@code thanks}, {@code note}, {@code chat hello} and so on. */
    public String general(Occasion occasion, String section, String agent) {
        return phrase(occasion, GENERAL, section, agent);
    }

    /** @param due when we promised to answer, in words */
    public String acknowledgement(Occasion occasion, String due) {
        Map<String, String> slots = slots(occasion, "");
        slots.put("due", due);
        return texts.get(occasion.language()).phrase(dice, GENERAL, "acknowledgement", slots);
    }

    /** What an agent promises. @param section {@code promise call} and so on; @param due by when, in words */
    public String promise(Occasion occasion, String section, String due) {
        Map<String, String> slots = slots(occasion, "");
        slots.put("due", due);
        return texts.get(occasion.language()).phrase(dice, GENERAL, section, slots);
    }

    /** The open answer to "why this score". */
    public String why(Occasion occasion, int score, String agent) {
        if (score >= 9) {
            return dice.chance(0.6) ? general(occasion, "praise", agent) : phrase(occasion, occasion.subject(), "why good", agent);
        }
        if (score >= 7) return general(occasion, "fine", agent);
        return dice.chance(0.7)
                ? phrase(occasion, occasion.subject(), "why bad", agent)
                : general(occasion, "complaint", agent);
    }

    private String phrase(Occasion occasion, String subject, String section, String agent) {
        return texts.get(occasion.language()).phrase(dice, subject, section, slots(occasion, agent));
    }

    private List<String> parts(Occasion occasion, String section, String agent) {
        return texts.get(occasion.language()).parts(occasion.variant(), occasion.subject(), section, slots(occasion, agent));
    }

    private Map<String, String> slots(Occasion occasion, String agent) {
        return occasion.slots(agent, dice.between(1, 4));
    }
}
