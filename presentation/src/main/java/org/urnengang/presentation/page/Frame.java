package org.urnengang.presentation.page;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.result.Trouble;
import org.urnengang.rules.election.Election;
import org.urnengang.web.Assets;

/**
 * What stands around every page.
 *
 * @param words the language
 * @param files the files that every page loads
 * @param title title of the window
 * @param brand name of the result pages
 * @param subtitle who stands behind them
 * @param nav the main links
 * @param foot the links at the end
 * @param rehearsal whether the figures are those of a rehearsal
 * @param trouble why there may be later versions that are not shown
 * @param pinned which earlier version is shown, with the way to the newest one
 * @param languages the same page in the other languages
 * @param live how the script keeps the page up to date, empty for a page that never changes
 * @param announcement what a screen reader is told when the page changes
 * @param source where figures come from
 * @param colours stylesheet of the party colours
 * @param image picture that is shown where the page is shared
 * @param feed the newest facts as a feed
 */
public record Frame(
    Words words,
    Files files,
    String title,
    String brand,
    String subtitle,
    List<Link> nav,
    List<Link> foot,
    boolean rehearsal,
    Optional<Note> trouble,
    Optional<Link> pinned,
    List<Link> languages,
    Optional<Live> live,
    String announcement,
    String source,
    Optional<String> colours,
    Optional<String> image,
    Optional<String> feed) {

  /** Addresses of the files that every page loads. */
  public record Files(String css, String script, String logo, List<String> fonts) {
    static Files of(Assets assets) {
      return new Files(
          address(assets, "public.css"),
          address(assets, "public.js"),
          address(assets, "logo.svg"),
          List.of(address(assets, "fira-sans-400.woff2"), address(assets, "fira-sans-600.woff2")));
    }

    private static String address(Assets assets, String name) {
      return "/assets/" + assets.path(name);
    }
  }

  /**
   * What the script listens to.
   *
   * @param events address of the stream of versions
   * @param version the version of this page
   */
  public record Live(String events, long version) {}

  /** The frame of a page of a day. */
  static Frame of(
      Context context, String title, String current, long version, String announcement) {
    Words words = context.words();
    boolean rehearsal = context.day().rehearsal();
    return new Frame(
        words,
        Files.of(context.assets()),
        rehearsal ? words.text("title.rehearsal", title) : title,
        context.day().title(),
        context.day().subtitle(),
        nav(context, current),
        foot(words, context.assets()),
        rehearsal,
        trouble(context),
        pinned(context, current),
        languages(words, current),
        Optional.of(new Live(context.files() + "events", version)).filter(_ -> !isPinned(context)),
        announcement,
        context.day().source(),
        Optional.of(context.colours().address(context.day())),
        Optional.empty(),
        Optional.of(context.address() + "feed.atom"));
  }

  /** The same with a picture that is shown where the page is shared. */
  Frame withImage(String address) {
    return new Frame(
        words,
        files,
        title,
        brand,
        subtitle,
        nav,
        foot,
        rehearsal,
        trouble,
        pinned,
        languages,
        live,
        announcement,
        source,
        colours,
        Optional.of(address),
        feed);
  }

  private static Optional<Note> trouble(Context context) {
    Words words = context.words();
    return context
        .state()
        .trouble()
        .map(
            trouble ->
                switch (trouble) {
                  case Trouble.Stopped(String reason) ->
                      new Note(
                          "",
                          Icon.HALF,
                          words.text("stopped.strong"),
                          words.text("stopped.text") + ' ' + reason);
                  case Trouble.Alone(OffsetDateTime since) ->
                      new Note(
                          "",
                          Icon.HALF,
                          words.text("alone.strong"),
                          words.text(
                              "alone.text",
                              words.date(since.toLocalDate()),
                              words.minute(since),
                              context.state().result().lastAt().map(words::second).orElse("")));
                });
  }

  private static boolean isPinned(Context context) {
    return context.view().isPinned();
  }

  private static Optional<Link> pinned(Context context, String current) {
    Words words = context.words();
    return context.view().version().stream()
        .mapToObj(
            version ->
                new Link(
                    words.text(
                        "pinned.text",
                        version,
                        context.state().result().lastAt().map(words::second).orElse("")),
                    current))
        .findFirst();
  }

  /** The same page in the other languages, each named in its own. */
  private static List<Link> languages(Words words, String current) {
    String plain = current.substring(words.prefix().length());
    return Stream.of(Language.values())
        .map(
            language ->
                new Link(
                    words.text("language." + language.tag()),
                    language.prefix() + plain,
                    language.prefix().equals(words.prefix())))
        .toList();
  }

  private static List<Link> nav(Context context, String current) {
    List<Link> links = new ArrayList<>();
    links.add(link(context, "nav.overview", context.address(), current));
    List<Election> referendums = new ArrayList<>();
    for (Election election : context.day().elections()) {
      if (election.question().isPresent()) {
        referendums.add(election);
      } else {
        links.add(
            new Link(election.name(), context.address(election), isAt(context, election, current)));
      }
    }
    if (referendums.size() == 1) {
      Election only = referendums.getFirst();
      links.add(new Link(only.name(), context.address(only), isAt(context, only, current)));
    } else if (!referendums.isEmpty()) {
      String first = context.address() + "#election-" + referendums.getFirst().key();
      boolean here = referendums.stream().anyMatch(election -> isAt(context, election, current));
      links.add(new Link(context.words().text("nav.referendums"), first, here));
    }
    links.add(link(context, "nav.corrections", context.address() + "corrections", current));
    return links;
  }

  private static boolean isAt(Context context, Election election, String current) {
    return current.startsWith(context.address(election));
  }

  private static Link link(Context context, String key, String address, String current) {
    return new Link(context.words().text(key), address, address.equals(current));
  }

  private static List<Link> foot(Words words, Assets assets) {
    List<Link> links = new ArrayList<>();
    links.add(new Link(words.text("foot.days"), words.prefix() + "/"));
    links.add(new Link(words.text("opendata.title"), words.prefix() + "/opendata"));
    LegalView.NAMES.forEach(
        name -> links.add(new Link(words.text("legal." + name), words.prefix() + "/" + name)));
    links.add(new Link(words.text("foot.licences"), Files.address(assets, "LICENSES.txt")));
    return links;
  }

  /**
   * The frame of a page that belongs to no day.
   *
   * @param address where it stands, without its language
   */
  static Frame plain(Words words, Assets assets, String address, String title) {
    return new Frame(
        words,
        Files.of(assets),
        title,
        words.text("brand"),
        words.text("brand.subtitle"),
        List.of(),
        foot(words, assets),
        false,
        Optional.empty(),
        Optional.empty(),
        languages(words, words.prefix() + address),
        Optional.empty(),
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
