package org.urnengang.presentation.node;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.urnengang.presentation.follow.FollowedDay;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.site.Address;
import org.urnengang.presentation.site.Address.Days;
import org.urnengang.presentation.site.Address.InView;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Address.OfDay;
import org.urnengang.presentation.site.Address.Robots;
import org.urnengang.presentation.site.Document;
import org.urnengang.presentation.site.Site;
import org.urnengang.web.Assets;

/** Everything that this node can serve, prepared for the wire. */
final class Library {
  private final FollowedDays days;
  private final Site site;
  private final Renderings renderings;
  private final Renderings earlier;
  private final Map<String, Encoded> assets = new HashMap<>();
  private final Map<String, String> assetTypes = new HashMap<>();
  private final Rendered missing;
  private final LongAdder written = new LongAdder();

  /** A document, written unless it is still the same as before. */
  private record Written(Document document, Rendered.State state, Optional<String> text) {}

  /**
   * A library.
   *
   * @param budget memory for the newest documents; those of earlier versions get a quarter more
   * @param executor writes the newest documents
   * @param replaying writes those of earlier versions, which takes longer
   */
  Library(FollowedDays days, Assets assets, long budget, Executor executor, Executor replaying) {
    this.days = days;
    this.site = new Site(assets);
    this.renderings = new Renderings(budget, executor);
    this.earlier = new Renderings(budget / 4, replaying);
    for (String name : assets.names()) {
      Assets.Asset asset = assets.asset(assets.path(name)).orElseThrow();
      boolean packed = name.endsWith(".woff2");
      this.assets.put(
          asset.name(),
          packed ? Encoded.plain(asset.bytes()) : Encoded.of(asset.bytes(), Encoded.Effort.BEST));
      assetTypes.put(asset.name(), asset.contentType());
    }
    Document page = site.missing();
    this.missing = Rendered.of(page, false, page.text().get());
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
    return renderings.get(address, stamp.get(), before -> prepare(plain, view, before));
  }

  /** A version that is there never changes. */
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
                                site.document(plain, view, state).map(d -> write(d, false, before)))
                        .flatMap(found -> found)));
  }

  private Optional<Rendered> prepare(OfContent address, View view, Optional<Rendered> before) {
    Optional<Written> newest =
        switch (address) {
          case OfDay ofDay ->
              days.get(ofDay.day())
                  .flatMap(
                      day ->
                          day.read(
                              state ->
                                  site.document(ofDay, view, state)
                                      .map(d -> write(d, state.stopped().isPresent(), before))));
          case Days all ->
              Optional.of(
                  days.read(states -> write(site.days(all.format(), view, states), false, before)));
          case InView nested -> throw new IllegalArgumentException("within itself: " + nested);
          case Robots _ ->
              Optional.of(
                  write(
                      site.robots(days.all().stream().map(FollowedDay::day).toList()),
                      false,
                      before));
        };
    return rendered(before, newest);
  }

  private static Optional<Rendered> rendered(Optional<Rendered> before, Optional<Written> newest) {
    return newest.flatMap(
        found ->
            found.text().isEmpty()
                ? before
                : found
                    .text()
                    .map(text -> Rendered.of(found.document(), found.state().stopped(), text)));
  }

  private Written write(Document document, boolean stopped, Optional<Rendered> before) {
    Rendered.State state = new Rendered.State(document.version(), stopped);
    if (before.filter(known -> known.state().equals(state)).isPresent()) {
      return new Written(document, state, Optional.empty());
    }
    written.increment();
    return new Written(document, state, Optional.of(document.text().get()));
  }

  /** A file that pages load, under its hashed name. */
  Optional<Encoded> asset(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  String assetType(String name) {
    return assetTypes.getOrDefault(name, "application/octet-stream");
  }

  /** The page that stands where nothing is. */
  Rendered missing() {
    return missing;
  }

  /** How many documents were written so far. */
  long written() {
    return written.sum();
  }

  /** Bytes of prepared documents in memory. */
  long bytes() {
    return renderings.bytes();
  }

  /** Whether an address is kept for good: its name says what is in it. */
  static boolean isImmutable(Address address) {
    return switch (address) {
      case Address.Colours _, Address.AssetFile _ -> true;
      case InView(_, View view) -> view.isPinned();
      default -> false;
    };
  }
}
