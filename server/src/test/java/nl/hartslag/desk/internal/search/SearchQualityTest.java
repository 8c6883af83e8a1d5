package nl.hartslag.desk.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well is found what agents look for: questions as they are typed, asked about what is said at the demo company. A person said of each
 * what is right, as expressions over the texts ({@code search/queries.tsv}); all of them must hold, those after an exclamation mark must not.
 */
class SearchQualityTest {
    private static final int WORST = 10;
    private static List<String> texts;
    private static List<Question> questions;
    private static Connection connection;
    private static DSLContext db;
    private static Vocabulary vocabulary;
    private static Map<String, List<Answer>> ours;
    private static Map<String, List<Answer>> theirs;

    private record Question(String language, String kind, String typed, String right) {
        static Question of(String line) {
            String[] parts = line.split("\t");
            return new Question(parts[0], parts[1], parts[2], parts[3]);
        }

        Set<Integer> answers() {
            Predicate<String> all = Stream.of(right.split(" & ")).map(Question::holds).reduce(_ -> true, Predicate::and);
            return IntStream.range(0, texts.size()).filter(text -> all.test(texts.get(text))).boxed().collect(Collectors.toSet());
        }

        private static Predicate<String> holds(String expression) {
            boolean not = expression.startsWith("!");
            Predicate<String> found = Pattern.compile(not ? expression.substring(1) : expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS).asPredicate();
            return not ? found.negate() : found;
        }
    }

    /** What was found for a question, of what is right. */
    private record Answer(Question question, Set<Integer> found, Set<Integer> right) {
        double recall() {
            return both() / right.size();
        }

        double precision() {
            return both() / found.size();
        }

        private double both() {
            return found.stream().filter(right::contains).count();
        }

        String shown() {
            return "%s %s %s: %d of %d found, %d others".formatted(question.language, question.kind, question.typed, (int) both(), right.size(), found.size() - (int) both());
        }
    }

    @BeforeAll
    static void ask() throws SQLException {
        texts = DemoTexts.all();
        questions = DemoTexts.lines("/search/queries.tsv").stream().skip(1).map(Question::of).toList();
        connection = TestDatabase.fresh().dataSource().getConnection();
        db = DSL.using(connection, SQLDialect.POSTGRES);
        db.execute("create temporary table said (id int primary key, ours tsvector, nl tsvector, en tsvector)");
        for (int i = 0; i < texts.size(); i++) {
            Document document = new Document();
            document.add(texts.get(i));
            db.execute("insert into said values (?, ?::tsvector, to_tsvector('dutch', ?), to_tsvector('english', ?))", i, document.written(), texts.get(i), texts.get(i));
        }
        vocabulary = new Vocabulary(db);
        vocabulary.learn(db.resultQuery("select word, ndoc from ts_stat('select ours from said')")
                .fetchMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class)));
        ours = answers(SearchQualityTest::found);
        theirs = answers(SearchQualityTest::foundByPostgres);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void eachQuestionHasSomethingToFind() {
        assertThat(questions).hasSizeGreaterThan(220).allSatisfy(question -> assertThat(question.answers()).as(question.typed).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"nl, 0.95, 0.97, 0.90", "en, 0.97, 0.97, 0.94"})
    void mostOfItIsFound(String language, double recall, double precision, double whole) {
        List<Answer> answers = ours.get(language);
        System.out.printf("%s: %d texts, %d questions; recall / precision / found whole: %s; by PostgreSQL's own words %s%n",
                language, texts.size(), answers.size(), measures(answers), measures(theirs.get(language)));
        answers.stream().map(answer -> answer.question.kind).distinct().forEach(kind ->
                System.out.printf("  %-8s %3d: %s; by PostgreSQL's %s%n", kind, of(kind, answers).size(), measures(of(kind, answers)), measures(of(kind, theirs.get(language)))));
        answers.stream().sorted(Comparator.comparing(Answer::recall)).limit(WORST).forEach(answer -> System.out.println("  worst: " + answer.shown()));
        answers.stream().filter(answer -> !answer.found.isEmpty()).sorted(Comparator.comparing(Answer::precision)).limit(WORST)
                .forEach(answer -> System.out.println("  most others: " + answer.shown()));
        assertThat(recall(answers)).isGreaterThan(recall);
        assertThat(precision(answers)).isGreaterThan(precision);
        assertThat(whole(answers)).isGreaterThan(whole);
    }

    private static Map<String, List<Answer>> answers(Function<Question, Set<Integer>> found) {
        return questions.stream().map(question -> new Answer(question, found.apply(question), question.answers())).collect(Collectors.groupingBy(answer -> answer.question.language));
    }

    private static Set<Integer> found(Question question) {
        return Sought.of(question.typed).map(sought -> sought.with(word -> held(word) ? word : vocabulary.near(word).orElse(word))).map(SearchQualityTest::holding).orElseThrow();
    }

    private static boolean held(String word) {
        return vocabulary.knows(word) || !holding(new Sought(List.of(new Sought.Term(List.of(word), false, false)), null)).isEmpty();
    }

    private static Set<Integer> holding(Sought sought) {
        return new HashSet<>(db.fetchValues("select id from said where ours @@ ?::tsquery", sought.query()).stream().map(Integer.class::cast).toList());
    }

    private static Set<Integer> foundByPostgres(Question question) {
        boolean dutch = question.language.equals("nl");
        String sql = dutch ? "select id from said where nl @@ websearch_to_tsquery('dutch', ?)" : "select id from said where en @@ websearch_to_tsquery('english', ?)";
        return new HashSet<>(db.fetchValues(sql, question.typed).stream().map(Integer.class::cast).toList());
    }

    private static List<Answer> of(String kind, List<Answer> answers) {
        return answers.stream().filter(answer -> answer.question.kind.equals(kind)).toList();
    }

    private static String measures(List<Answer> answers) {
        return "%.3f / %.3f / %.3f".formatted(recall(answers), precision(answers), whole(answers));
    }

    private static double recall(List<Answer> answers) {
        return mean(answers, Answer::recall);
    }

    /** Of those that find anything. */
    private static double precision(List<Answer> answers) {
        return mean(answers.stream().filter(answer -> !answer.found.isEmpty()).toList(), Answer::precision);
    }

    private static double whole(List<Answer> answers) {
        return mean(answers, answer -> answer.recall() == 1 ? 1 : 0);
    }

    private static double mean(List<Answer> answers, ToDoubleFunction<Answer> measure) {
        return answers.stream().mapToDouble(measure).average().orElse(0);
    }
}
