package org.urnengang.presentation.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.web.Assets;

/** Writes the pages. */
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final ConcurrentMap<String, SearchIndex> indexes = new ConcurrentHashMap<>();
  private final Assets assets;
  private final String outside;
  private final Operator operator;

  /**
   * Writes pages.
   *
   * @param outside what absolute addresses begin with, empty if that is not known
   */
  public Pages(Assets assets, String outside, Operator operator) {
    this.operator = operator;
    this.assets = assets;
    this.outside = outside;
    for (Language language : Language.values()) {
      words.put(language, Words.of(language));
    }
  }

  private Words words(Language language) {
    return Objects.requireNonNull(words.get(language));
  }

  private String write(String template, Object view) {
    StringOutput out = new StringOutput(16_384);
    engine.render(template, view, out);
    return out.toString();
  }

  private Context context(View view, DayState state) {
    return Context.of(words(view.language()), view, assets, outside, state);
  }

  /** The list of all days. */
  public String days(View view, List<DayState> days) {
    return write("days.jte", DaysView.of(words(view.language()), assets, days));
  }

  /** A day whose elections last changed in this version. */
  public String day(View view, DayState state, long version, OffsetDateTime at) {
    return write("day.jte", DayView.of(context(view, state), version, at));
  }

  /** A result. */
  public String area(View view, DayState state, AreaResult result) {
    return write("area.jte", AreaView.of(context(view, state), result));
  }

  /** One graphic of a result for the pages of others, empty if the result has none such. */
  public Optional<String> embed(View view, DayState state, AreaResult result, String graphic) {
    return EmbedView.of(context(view, state), result, graphic)
        .map(embed -> write("embed.jte", embed));
  }

  /** A result as a picture, as SVG. */
  public String card(View view, DayState state, AreaResult result) {
    return CardView.draw(context(view, state), result);
  }

  /** The newest facts of a day as an Atom feed. */
  public String feed(View view, DayState state) {
    return Feed.of(context(view, state));
  }

  /** All corrections of a day, the last of them of this version. */
  public String corrections(View view, DayState state, long version) {
    return write("corrections.jte", CorrectionsView.of(context(view, state), version));
  }

  /**
   * A page of an authority with what its files are called elsewhere.
   *
   * @param address where it stands
   */
  public String authority(String address, String title, List<Link> links) {
    Words german = words(Language.GERMAN);
    Frame frame = Frame.plain(german, assets, address, title);
    return write("links.jte", new LinksView(frame, german.text("authority.lead"), links));
  }

  /** One picture of the screen in the town hall, empty if there is nothing to show. */
  public Optional<String> tv(View view, List<DayState> days) {
    return TvView.of(words(view.language()), view, assets, days).map(tv -> write("tv.jte", tv));
  }

  /** The districts of a day that have not reported yet. */
  public String outstanding(View view, DayState state, long version) {
    return write("outstanding.jte", OutstandingView.of(context(view, state), version));
  }

  /** Areas and streets whose names fit what a reader typed. */
  public String search(View view, DayState state, long version) {
    Context context = context(view, state);
    return write("search.jte", SearchView.of(context, index(context.day()), version));
  }

  /** The words of a day are put in order once. */
  @SuppressWarnings("ReferenceEquality") // a day amended is another object
  private SearchIndex index(ElectionDay day) {
    SearchIndex known = indexes.get(day.key());
    if (known != null && known.day() == day) {
      return known;
    }
    SearchIndex index = SearchIndex.of(day);
    indexes.put(day.key(), index);
    return index;
  }

  /** A page about the pages, empty if there is none of this name. */
  public Optional<String> legal(View view, String name) {
    return LegalView.of(words(view.language()), assets, operator, name)
        .map(legal -> write("legal.jte", legal));
  }

  /** The page that explains the data. */
  public String openData(View view, List<Link> all, List<OpenDataView.OfDay> days) {
    Words words = words(view.language());
    Frame frame = Frame.plain(words, assets, "/opendata", words.text("opendata.title"));
    return write("opendata.jte", new OpenDataView(frame, all, days));
  }

  /** What stands where nothing is. */
  public String missing() {
    Words german = words(Language.GERMAN);
    return write("missing.jte", Frame.plain(german, assets, "/", german.text("missing.title")));
  }
}
