import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Apache Lucene Monitor on the benchmark's articles and rules, one thread. Arguments: rules file, articles file,
 * presearcher (term, multipass), output file. Rules: id, places, phrases, barred, tab-separated, terms split by "|";
 * articles: one text a line. Prints seconds of this thread to register and to match; writes the ids that fire, a line an
 * article.
 */
public final class LuceneSide {
  private static final String FIELD = "text";
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private LuceneSide() {}

  public static void main(String[] arguments) throws IOException {
    List<String> rules = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
    List<String> articles = Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8);
    Presearcher presearcher =
        arguments[2].equals("multipass")
            ? new MultipassTermFilteredPresearcher(4)
            : new TermFilteredPresearcher();
    Analyzer analyzer = new Words();
    try (Monitor monitor = new Monitor(analyzer, presearcher, new MonitorConfiguration())) {
      long start = CLOCK.getCurrentThreadCpuTime();
      List<MonitorQuery> queries = new ArrayList<>();
      for (String rule : rules) {
        queries.add(parse(rule));
      }
      monitor.register(queries);
      double registered = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
      List<String> warm = articles.subList(0, Math.min(300, articles.size() / 2));
      match(monitor, warm);
      start = CLOCK.getCurrentThreadCpuTime();
      List<String> fired = match(monitor, articles);
      double matched = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
      Files.write(Path.of(arguments[3]), fired, StandardCharsets.UTF_8);
      System.out.printf(Locale.ROOT, "%.3f %.3f%n", registered, matched);
    }
  }

  private static List<String> match(Monitor monitor, List<String> articles) throws IOException {
    List<String> fired = new ArrayList<>(articles.size());
    for (String article : articles) {
      Document document = new Document();
      document.add(new TextField(FIELD, article, Field.Store.NO));
      MatchingQueries<QueryMatch> matches = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
      StringBuilder ids = new StringBuilder();
      for (QueryMatch match : matches.getMatches()) {
        ids.append(match.getQueryId()).append(' ');
      }
      fired.add(ids.toString().trim());
    }
    return fired;
  }

  private static MonitorQuery parse(String rule) {
    String[] parts = rule.split("\t");
    Query query =
        new BooleanQuery.Builder()
            .add(any(parts[1]), Occur.MUST)
            .add(any(parts[2]), Occur.MUST)
            .add(one(parts[3]), Occur.MUST_NOT)
            .build();
    return new MonitorQuery(parts[0], query);
  }

  private static Query any(String terms) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    for (String term : terms.split("\\|")) {
      either.add(one(term), Occur.SHOULD);
    }
    return either.build();
  }

  private static Query one(String term) {
    String[] words = term.toLowerCase(Locale.ROOT).split(" ");
    return words.length == 1 ? new TermQuery(new Term(FIELD, words[0])) : new PhraseQuery(FIELD, words);
  }

  private static final class Words extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
    }
  }
}
