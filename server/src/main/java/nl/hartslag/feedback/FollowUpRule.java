package nl.hartslag.feedback;

/**
 * @param workingDays by the end of which working day after the answer it must be done (1 to 30)
 * @param remindHours the owner is reminded this long before (1 to 240)
 */
public record FollowUpRule(int workingDays, int remindHours) {
    public static final FollowUpRule STANDARD = new FollowUpRule(2, 4);
}
