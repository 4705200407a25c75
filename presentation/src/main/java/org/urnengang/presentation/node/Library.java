package org.urnengang.presentation.node;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.urnengang.presentation.follow.FollowedDay;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.node.Prepared.Keeping;
import org.urnengang.presentation.page.Operator;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.result.Trouble;
import org.urnengang.presentation.site.Address;
import org.urnengang.presentation.site.Address.Days;
import org.urnengang.presentation.site.Address.Description;
import org.urnengang.presentation.site.Address.InView;
import org.urnengang.presentation.site.Address.Legal;
import org.urnengang.presentation.site.Address.Newsroom;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Address.OfDay;
import org.urnengang.presentation.site.Address.OpenData;
import org.urnengang.presentation.site.Address.Robots;
import org.urnengang.presentation.site.Address.Tv;
import org.urnengang.presentation.site.Document;
import org.urnengang.presentation.site.Site;
import org.urnengang.presentation.votemanager.Place;
import org.urnengang.web.Assets;

/** Everything that this node can serve, prepared for the wire. */
final class Library {
  private final FollowedDays days;
  private final Site site;
  private final Picture picture;
  private final Renderings renderings;
  private final Renderings earlier;
  private final Map<String, Prepared> assets = new HashMap<>();
  private final Map<Site.Reader, Prepared> missing = new EnumMap<>(Site.Reader.class);
  private final LongAdder written = new LongAdder();

  /** A document, written unless it is still the same as before. */
  private record Written(Document document, Rendered.State state, Optional<String> text) {}

  /**
   * A library.
   *
   * @param outside what absolute addresses begin with, empty if that is not known
   * @param operator who runs the pages
   * @param budget memory for the newest documents; those of earlier versions get a quarter more
   * @param executor writes the newest documents
   * @param replaying writes those of earlier versions, which takes longer
   */
  Library(
      FollowedDays days,
      Assets assets,
      String outside,
      Operator operator,
      long budget,
      Executor executor,
      Executor replaying) {
    this.days = days;
    this.site = new Site(assets, outside, operator);
    this.picture = new Picture(assets);
    this.renderings = new Renderings(budget, executor);
    this.earlier = new Renderings(budget / 4, replaying);
    for (String name : assets.names()) {
      Assets.Asset asset = assets.asset(assets.path(name)).orElseThrow();
      boolean packed = name.endsWith(".woff2");
      Encoded body =
          packed ? Encoded.plain(asset.bytes()) : Encoded.of(asset.bytes(), Encoded.Effort.BEST);
      this.assets.put(
          asset.name(),
          Prepared.found(body, asset.contentType(), Optional.empty(), Keeping.FOR_EVER));
    }
    for (Site.Reader reader : Site.Reader.values()) {
      missing.put(reader, missing(site.missing(reader)));
    }
  }

  private static Prepared missing(Document document) {
    byte[] text = document.text().get().getBytes(StandardCharsets.UTF_8);
    return Prepared.missing(Encoded.of(text, Encoded.Effort.BEST), document.type().text());
  }

  /** The newest document at an address, empty if nothing stands there. */
  CompletableFuture<Optional<Rendered>> document(OfContent address) {
    OfContent plain = address instanceof InView(OfContent in, _) ? in : address;
    View view = address instanceof InView(_, View chosen) ? chosen : View.PLAIN;
    Optional<Long> stamp =
        plain instanceof OfDay ofDay
            ? days.get(ofDay.day()).map(FollowedDay::stamp)
            : Optional.of(days.stamp());
    if (stamp.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    if (view.version().isPresent() && plain instanceof OfDay ofDay) {
      return earlier(address, ofDay, view, view.version().getAsLong());
    }
    return renderings.get(
        address,
        stamp.get(),
        before -> rendered(before, newest(plain, view, before), keeping(address)));
  }

  /** The answers about the newest document at an address. */
  CompletableFuture<Optional<Prepared>> prepared(OfContent address) {
    return document(address).thenApply(found -> found.map(Rendered::prepared));
  }

  /** A version that is there is written once. */
  private CompletableFuture<Optional<Rendered>> earlier(
      OfContent address, OfDay plain, View view, long version) {
    FollowedDay day = days.get(plain.day()).orElseThrow();
    return version > day.version()
        ? CompletableFuture.completedFuture(Optional.empty())
        : earlier.get(
            address,
            1,
            before ->
                rendered(
                    before,
                    day.readAt(
                            version,
                            state ->
                                site.document(plain, view, state)
                                    .map(d -> write(d, Optional.empty(), before)))
                        .flatMap(found -> found),
                    Keeping.ofSigned(plain.day())));
  }

  private Optional<Written> newest(OfContent address, View view, Optional<Rendered> before) {
    return switch (address) {
      case OfDay ofDay ->
          days.get(ofDay.day())
              .flatMap(
                  day ->
                      day.read(
                          state ->
                              site.document(ofDay, view, state)
                                  .map(d -> write(d, state.trouble(), before))));
      case Days all ->
          Optional.of(
              days.read(
                  states ->
                      write(site.days(all.format(), view, states), Optional.empty(), before)));
      case Newsroom(Place.OfAllDays place) ->
          days.read(
              states -> site.newsroom(place, states).map(d -> write(d, Optional.empty(), before)));
      case OpenData _ ->
          Optional.of(
              days.read(states -> write(site.openData(view, states), Optional.empty(), before)));
      case Description _ -> Optional.of(write(site.description(), Optional.empty(), before));
      case Tv _ ->
          Optional.of(days.read(states -> write(site.tv(view, states), Optional.empty(), before)));
      case Legal(String name) ->
          site.legal(view, name).map(d -> write(d, Optional.empty(), before));
      case InView nested -> throw new IllegalArgumentException("within itself: " + nested);
      case Robots _ ->
          Optional.of(
              write(
                  site.robots(days.all().stream().map(FollowedDay::day).toList()),
                  Optional.empty(),
                  before));
    };
  }

  private Optional<Rendered> rendered(
      Optional<Rendered> before, Optional<Written> newest, Keeping keeping) {
    return newest.flatMap(
        found ->
            found.text().isEmpty()
                ? before
                : found
                    .text()
                    .map(
                        text ->
                            Rendered.of(
                                found.document(),
                                found.state().trouble(),
                                text,
                                keeping,
                                picture)));
  }

  private Written write(Document document, Optional<Trouble> trouble, Optional<Rendered> before) {
    Rendered.State state = new Rendered.State(document.version(), trouble);
    if (before.filter(known -> known.state().equals(state)).isPresent()) {
      return new Written(document, state, Optional.empty());
    }
    written.increment();
    return new Written(document, state, Optional.of(document.text().get()));
  }

  /** A file that pages load, under its hashed name. */
  Optional<Prepared> asset(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  /** What stands where nothing is, in the form that was asked for. */
  Prepared missing(String path) {
    return missing.get(Site.Reader.of(path));
  }

  /** How many documents were written so far. */
  long written() {
    return written.sum();
  }

  /** Bytes of prepared documents in memory. */
  long bytes() {
    return renderings.bytes();
  }

  /** What has its content or its version in its address is kept for good. */
  private static Keeping keeping(OfContent address) {
    boolean forEver =
        switch (address) {
          case Address.Colours _ -> true;
          case InView(_, View view) -> view.isPinned();
          default -> false;
        };
    return forEver ? Keeping.FOR_EVER : Keeping.BRIEFLY;
  }
}
