package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.record.Letters;

/**
 * Puts the rows in one order, whatever order and files they came in: the same row twice counts
 * once, different rows of one district are refused, merged districts find the one that counts them.
 */
final class Sifting implements AutoCloseable {
  /** Rows of one district that are looked at together; more are not kept. */
  private static final int MOST_OF_ONE = 1000;

  /** More merged districts than any election has. */
  private static final int MOST_WAITING = 100_000;

  private final Sources sources;
  private final ImportLog log;
  private final Judge judge;
  private final ExternalSort sort;
  private final Map<String, Optional<String>> receivers = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /** A district without a figure that another one may count. */
  private record Waiting(String id, Entry entry) {}

  Sifting(Plan plan, Sources sources, ImportLog log, Path temporary) {
    this.sources = sources;
    this.log = log;
    this.judge = new Judge(plan, sources, log);
    this.sort = new ExternalSort(temporary, "entries");
  }

  void add(Entry entry) {
    sort.add(entry.key(), EntryCodec.bytes(entry));
  }

  /** Hands on every district once per election. */
  void run(Consumer<Judged> consumer) {
    List<byte[]> group = new ArrayList<>();
    String key = "";
    Iterator<ExternalSort.Item> sorted = sort.sorted();
    while (sorted.hasNext()) {
      ExternalSort.Item item = sorted.next();
      if (!item.key().equals(key)) {
        sift(group, consumer);
        group.clear();
        key = item.key();
      }
      if (!group.isEmpty() && EntryCodec.saySame(group.getLast(), item.value())) {
        log.repeated();
      } else if (group.size() < MOST_OF_ONE) {
        group.add(item.value());
      } else {
        refuseAgain(EntryCodec.read(item.value()), EntryCodec.read(group.getFirst()));
      }
    }
    sift(group, consumer);
    waiting.forEach(one -> consumer.accept(merged(one)));
  }

  private void sift(List<byte[]> group, Consumer<Judged> consumer) {
    if (group.size() == 1) {
      Entry only = EntryCodec.read(group.getFirst());
      judge(only, id(only.place(), false), consumer);
      return;
    }
    List<Entry> entries = group.stream().map(EntryCodec::read).toList();
    Set<DistrictKind> kinds = EnumSet.noneOf(DistrictKind.class);
    entries.forEach(entry -> kinds.add(entry.place().kind()));
    Map<String, List<Entry>> same =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.election() + entry.place().kind().key(),
                    TreeMap::new,
                    Collectors.toList()));
    same.values().forEach(district -> sift(district, kinds.size() > 1, consumer));
  }

  private void sift(List<Entry> district, boolean otherKind, Consumer<Judged> consumer) {
    Entry first = district.getFirst();
    String id = id(first.place(), otherKind);
    if (district.size() == 1) {
      judge(first, id, consumer);
    } else if (district.stream().allMatch(Entry::collective)) {
      log.note(
          "%s, Zeile %d: %d Bezirke tragen die Sammelnummer %s; sie heißen %s-1 bis %s-%d."
              .formatted(
                  sources.name(first.origin().file()),
                  first.origin().line(),
                  district.size(),
                  first.place().number(),
                  id,
                  id,
                  district.size()));
      for (int i = 0; i < district.size(); i++) {
        judge(district.get(i), id + '-' + (i + 1), consumer);
      }
    } else {
      district.forEach(entry -> refuseAgain(entry, entry.equals(first) ? district.get(1) : first));
      consumer.accept(judged(first, id, Optional.empty()));
    }
  }

  private static String id(Entry.Place place, boolean otherKind) {
    boolean prefixed = otherKind && place.kind() == DistrictKind.POSTAL;
    return prefixed ? place.prefix() + "-bw-" + Ids.sanitised(place.number()) : place.id();
  }

  private void refuseAgain(Entry entry, Entry other) {
    judge.refuse(
        entry,
        "",
        entry.place().number(),
        "Derselbe Bezirk steht mit anderem Inhalt auch in %s, Zeile %d. Bitte entscheiden, welche Zeile gilt."
            .formatted(sources.name(other.origin().file()), other.origin().line()));
  }

  private void judge(Entry entry, String id, Consumer<Judged> consumer) {
    Optional<SourceFigures> figures = judge.judge(entry);
    boolean nothing =
        figures.filter(f -> f.count(Letters.B) == 0 && f.count(f.allEligible()) == 0).isPresent();
    if (nothing && !entry.merging().isEmpty()) {
      waiting.add(new Waiting(id, entry));
      if (waiting.size() > MOST_WAITING) {
        throw BadFile.of(
            sources.name(entry.origin().file()), "So viele zusammengelegte Bezirke gibt es nicht.");
      }
      return;
    }
    entry
        .merging()
        .forEach(mark -> receivers.merge(mark, Optional.of(id), (a, b) -> Optional.empty()));
    consumer.accept(judged(entry, id, figures));
  }

  private Judged merged(Waiting one) {
    Set<String> found = new HashSet<>();
    for (String mark : one.entry().merging()) {
      receivers.getOrDefault(mark, Optional.empty()).ifPresent(found::add);
    }
    if (found.size() == 1) {
      log.often("zusammengelegte Bezirke (§ 68 Abs. 2 BWO, § 61 EuWO); ein anderer zählt sie mit.");
      Entry entry = one.entry();
      return new Judged(
          one.id(),
          entry.election(),
          entry.place(),
          Optional.of(found.iterator().next()),
          Optional.empty(),
          entry.origin());
    }
    log.note(
        "%s, Zeile %d: Der Bezirk ist als zusammengelegt gekennzeichnet, der zählende fehlt; er bleibt mit 0 stehen."
            .formatted(sources.name(one.entry().origin().file()), one.entry().origin().line()));
    return judged(one.entry(), one.id(), judge.judge(one.entry()));
  }

  private static Judged judged(Entry entry, String id, Optional<SourceFigures> figures) {
    return new Judged(
        id, entry.election(), entry.place(), Optional.empty(), figures, entry.origin());
  }

  @Override
  public void close() {
    sort.close();
  }
}
