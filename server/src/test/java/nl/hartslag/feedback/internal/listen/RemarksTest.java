package nl.hartslag.feedback.internal.listen;

import static nl.hartslag.feedback.internal.db.Tables.DECISION;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.Listen;
import nl.hartslag.feedback.Listen.Filter;
import nl.hartslag.feedback.Listen.Words;
import nl.hartslag.feedback.ResponseView;
import nl.hartslag.feedback.internal.FeedbackWorld;
import nl.hartslag.feedback.internal.FeedbackWorld.Solved;
import nl.hartslag.feedback.internal.db.tables.records.DecisionRecord;
import nl.hartslag.feedback.internal.db.tables.records.InvitationRecord;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.testing.HartslagTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is found, page after page, is what fits, whichever of the ways to find it the words make necessary. */
@HartslagTest
@Import(FeedbackWorld.class)
class RemarksTest {
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final List<String> WORDS = List.of("snel geholpen", "te laat", "vriendelijk en snel", "zebra", "nooit meer");

    @Autowired
    FeedbackWorld world;

    @Autowired
    Listen listen;

    private final Random random = new Random(7);
    private final List<ResponseRecord> all = new ArrayList<>();
    private BrandId brand;
    private Access manager;
    private TeamId team;

    @BeforeEach
    void aBrandThatManyWroteAbout() {
        brand = world.aBrand();
        manager = world.someone(brand, Role.MANAGER, Optional.empty());
        team = world.aTeam();
        Access agent = world.anAgent(brand, team);
        Solved solved = world.solvedCase(agent, world.aCustomer(brand));
        // more than are tried one by one, and one word so rare that only the index finds it
        for (int i = 0; i < 1_300; i++) all.add(answer(i, solved, i == 1_290 ? "eenhoorn gezien" : WORDS.get(random.nextInt(3))));
        world.db.batchInsert(all.stream().map(this::decision).toList()).execute();
        world.db.batchInsert(all.stream().map(this::invitation).toList()).execute();
        world.db.batchInsert(all).execute();
    }

    private ResponseRecord answer(int number, Solved solved, String why) {
        Instant at = LAST.atTime(21, 30).toInstant(ZoneOffset.UTC).minus(Duration.ofMinutes(97L * number));
        ResponseRecord row = world.db.newRecord(RESPONSE);
        row.setId(Uuid7.at(at));
        row.setInvitationId(UUID.randomUUID());
        row.setBrandId(brand.value());
        row.setCustomerId(UUID.randomUUID());
        row.setCaseId(solved.caseId().value());
        row.setContactId(solved.contact().value());
        row.setConversationId(solved.conversation().value());
        row.setTeamId(random.nextInt(4) == 0 ? team.value() : null);
        row.setChannel(random.nextBoolean() ? "post" : "rook");
        row.setCountry(List.of("NL", "BE", "DE").get(random.nextInt(3)));
        row.setLanguage("nl");
        row.setScore(random.nextInt(11));
        row.setWhy(random.nextInt(5) == 0 && !why.startsWith("eenhoorn") ? null : why);
        row.setEmotion(random.nextBoolean() ? "happy" : null);
        row.setAnsweredAt(at);
        row.setDay(LocalDate.ofInstant(at, ZoneOffset.ofHours(2)));
        return row;
    }

    private DecisionRecord decision(ResponseRecord answer) {
        DecisionRecord row = world.db.newRecord(DECISION);
        row.setId(answer.getInvitationId());
        row.setBrandId(brand.value());
        row.setCaseId(answer.getCaseId());
        row.setSolvedAt(answer.getAnsweredAt());
        row.setOutcome("SAMPLED");
        row.setDecidedAt(answer.getAnsweredAt());
        return row;
    }

    private InvitationRecord invitation(ResponseRecord answer) {
        InvitationRecord row = answer.into(INVITATION);
        row.setId(answer.getInvitationId());
        row.setDecisionId(answer.getInvitationId());
        row.setState("answered");
        row.setCreatedAt(answer.getAnsweredAt());
        row.setSendAt(answer.getAnsweredAt());
        return row;
    }

    private Filter period(LocalDate from, LocalDate to) {
        return new Filter(from, to, Optional.of(brand), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Words words(@Nullable String search) {
        return new Words(Optional.empty(), Optional.empty(), Optional.empty(), Optional.ofNullable(search));
    }

    /** Every page there is. */
    private List<UUID> found(Filter filter, Words words) {
        List<UUID> ids = new ArrayList<>();
        String cursor = null;
        do {
            var page = listen.words(manager, filter, words, cursor, 100);
            page.items().stream().map(ResponseView::id).forEach(id -> ids.add(id.value()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private List<UUID> expected(Filter filter, Words words) {
        return all.stream()
                .filter(row -> row.getWhy() != null && !row.getDay().isBefore(filter.from()) && !row.getDay().isAfter(filter.to()))
                .filter(row -> filter.channel().map(row.getChannel()::equals).orElse(true))
                .filter(row -> filter.team().map(id -> id.value().equals(row.getTeamId())).orElse(true))
                .filter(row -> filter.country().map(row.getCountry()::equals).orElse(true))
                .filter(row -> words.scoreFrom().map(from -> row.getScore() >= from).orElse(true))
                .filter(row -> words.scoreTo().map(to -> row.getScore() <= to).orElse(true))
                .filter(row -> words.emotion().map(each -> each.key().equals(row.getEmotion())).orElse(true))
                .filter(row -> words.search().map(said -> says(row.getWhy(), said)).orElse(true))
                .map(ResponseRecord::getId)
                .toList();
    }

    private static boolean says(String why, String search) {
        return List.of(search.toLowerCase(Locale.ROOT).split(" ")).stream()
                .allMatch(word -> List.of(why.split(" ")).stream().anyMatch(said -> said.startsWith(word)));
    }

    @Test
    void findsExactlyWhatFitsInWhateverCombination() {
        for (int i = 0; i < 40; i++) {
            LocalDate from = LAST.minusDays(random.nextInt(90));
            Filter filter = new Filter(from, from.plusDays(random.nextInt(60)), Optional.of(brand),
                    random.nextInt(3) == 0 ? Optional.of("post") : Optional.empty(), Optional.empty(),
                    random.nextInt(3) == 0 ? Optional.of(team) : Optional.empty(),
                    random.nextInt(3) == 0 ? Optional.of("BE") : Optional.empty());
            int low = random.nextInt(11);
            Words words = new Words(random.nextBoolean() ? Optional.of(low) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(Math.min(10, low + 4)) : Optional.empty(),
                    random.nextInt(4) == 0 ? Optional.of(Emotion.HAPPY) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(List.of("snel", "Laat", "vriend snel", "te l").get(random.nextInt(4))) : Optional.empty());
            assertThat(found(filter, words)).as("%s %s", filter, words).isEqualTo(expected(filter, words));
        }
    }

    @Test
    void findsAWordThatHardlyAnybodyUsedBehindAThousandRemarks() {
        Filter ever = period(LAST.minusDays(400), LAST.plusDays(1));
        assertThat(found(ever, words("eenhoorn"))).containsExactly(all.get(1_290).getId());
        assertThat(found(ever, words("olifant"))).isEmpty();
    }

    @Test
    void showsNothingOfABrandOneHasNothingToDoWith() {
        Access stranger = world.someone(world.aBrand(), Role.MANAGER, Optional.empty());
        assertThat(listen.words(stranger, period(LAST.minusDays(400), LAST), words(null), null, 100).items()).isEmpty();
    }
}
