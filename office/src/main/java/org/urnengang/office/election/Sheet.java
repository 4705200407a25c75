package org.urnengang.office.election;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.urnengang.formats.folder.FolderTable;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.StreetPart;

/** The tables of a day in preparation, in the order in which they are filled in. */
enum Sheet {
  AUTHORITIES("behoerden", "election.json", List.of("key", "name", "vkey"), List.of("key")),
  ELECTIONS("wahlen", "election.json", ElectionFields.KEYS, List.of("key")),
  AREAS("gebiete", FolderTable.AREAS, List.of("id")),
  BALLOT("stimmzettel", FolderTable.BALLOT, List.of("election", "vote", "scope", "no")),
  LISTS("listen", FolderTable.LISTS, List.of("election", "scope", "no", "place")),
  ROOMS("wahlraeume", FolderTable.ROOMS, List.of("district")),
  STREETS("strassen", FolderTable.STREETS, List.of("street", "postcode", "from", "to", "side")),
  PREVIOUS("vorwahl", "previous.csv", List.of("election", "area"), List.of("election", "area"));

  private static final Set<String> NUMBERS = Set.of("no", "place");
  private static final Set<String> COLORS = Set.of("color", "color_dark");

  private final String slug;
  private final String file;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<String> names;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<String> identity;

  Sheet(String slug, FolderTable table, List<String> identity) {
    this(slug, table.file(), table.columns(), identity);
  }

  Sheet(String slug, String file, List<String> names, List<String> identity) {
    this.slug = slug;
    this.file = file;
    this.names = names;
    this.identity = identity;
  }

  /** Its word in addresses. */
  String slug() {
    return slug;
  }

  /** The file of the election folder that holds it. */
  String file() {
    return file;
  }

  /** The columns by which two rows are the same one. */
  List<String> identity() {
    return identity;
  }

  /** Whether a day can do without it. */
  boolean isOptional() {
    return this == LISTS || this == ROOMS || this == STREETS || this == PREVIOUS;
  }

  static Optional<Sheet> of(String slug) {
    return Arrays.stream(values()).filter(sheet -> sheet.slug.equals(slug)).findFirst();
  }

  /**
   * Its columns.
   *
   * @param letters those of the longest ballot, which are the figures of an earlier election
   */
  List<Column> columns(List<String> letters) {
    Stream<String> all =
        this == PREVIOUS ? Stream.concat(names.stream(), letters.stream()) : names.stream();
    return all.map(this::column).toList();
  }

  private Column column(String name) {
    Optional<List<String>> choices = choices(name);
    if (choices.isPresent()) {
      return Column.choice(name, choices.get());
    }
    if (this == BALLOT && COLORS.contains(name)) {
      return Column.color(name);
    }
    if (this == STREETS && name.equals("place")) {
      return Column.text(name).called("quarter");
    }
    return NUMBERS.contains(name) ? Column.number(name) : Column.text(name);
  }

  private Optional<List<String>> choices(String name) {
    return switch (this.slug + '/' + name) {
      case "gebiete/level" ->
          Optional.of(Arrays.stream(AreaLevel.values()).map(AreaLevel::key).toList());
      case "gebiete/kind" ->
          Optional.of(
              Stream.concat(
                      Stream.of(""), Arrays.stream(DistrictKind.values()).map(DistrictKind::key))
                  .toList());
      case "wahlraeume/accessible" ->
          Optional.of(
              Stream.concat(
                      Stream.of(""),
                      Arrays.stream(PollingRoom.Access.values()).map(PollingRoom.Access::key))
                  .toList());
      case "strassen/side" ->
          Optional.of(Arrays.stream(StreetPart.Side.values()).map(StreetPart.Side::key).toList());
      default -> Optional.empty();
    };
  }
}
