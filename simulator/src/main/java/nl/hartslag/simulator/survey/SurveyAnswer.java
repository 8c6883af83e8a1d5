package nl.hartslag.simulator.survey;

import java.util.Optional;

/** @param emotion {@code angry}, {@code disappointed}, {@code content} or {@code happy} */
public record SurveyAnswer(int score, Optional<String> why, Optional<String> emotion) {}
