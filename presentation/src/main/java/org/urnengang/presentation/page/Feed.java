package org.urnengang.presentation.page;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.urnengang.presentation.graphic.Markup;
import org.urnengang.presentation.result.Changes;
import org.urnengang.presentation.result.Changes.Change;

/** The newest facts of a day as an Atom feed (RFC 4287); addresses are relative to it. */
final class Feed {
  private static final int MOST = 100;

  private Feed() {}

  static String of(Context context) {
    Words words = context.words();
    String address = context.address();
    List<Change> latest = Changes.latest(context.state().result(), MOST);
    Markup feed = new Markup();
    feed.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", words.language());
    String day = context.day().title() + ", " + words.date(context.day().date());
    element(feed, "title", context.day().rehearsal() ? words.text("title.rehearsal", day) : day);
    element(feed, "id", id(context, "feed"));
    context
        .state()
        .result()
        .lastAt()
        .ifPresent(
            at -> element(feed, "updated", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at)));
    feed.empty("link", "rel", "self", "href", address + "feed.atom");
    feed.empty("link", "href", address);
    feed.open("author");
    element(
        feed, "name", context.day().subtitle().isEmpty() ? "Wahlamt" : context.day().subtitle());
    feed.close();
    element(feed, "rights", context.day().source());
    latest.forEach(change -> entry(feed, context, change));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + feed.graphic().markup() + '\n';
  }

  private static void entry(Markup feed, Context context, Change change) {
    FactLine fact = FactLine.brief(context, change);
    String mark = context.day().rehearsal() ? context.words().text("rehearsal.strong") + ": " : "";
    feed.open("entry");
    element(feed, "title", mark + fact.place().text() + " · " + fact.kind());
    element(feed, "id", id(context, Long.toString(change.fact().version())));
    element(
        feed, "updated", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(change.fact().entry().at()));
    feed.empty("link", "href", fact.place().href());
    element(feed, "summary", fact.text());
    feed.close();
  }

  /** The same for everybody who follows the same ledger. */
  private static String id(Context context, String part) {
    String name = context.state().key().name() + ' ' + part;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void element(Markup feed, String name, String text) {
    feed.open(name).text(text).close();
  }
}
