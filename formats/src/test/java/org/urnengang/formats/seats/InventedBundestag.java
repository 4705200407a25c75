package org.urnengang.formats.seats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An invented Bundestag election in the layout of the files: 16 Länder, 299 Wahlkreise, the parties
 * Rot and Blau everywhere, Gelb without a district, and Grün without a list in Land 1.
 */
final class InventedBundestag {
  static final String LAND = "test_land.csv";
  static final String PARTY = "test_land_party.csv";
  static final String WINNERS = "test_district_winners.csv";

  private InventedBundestag() {}

  static void write(Path folder) {
    List<String> lands =
        new ArrayList<>(List.of("land_no;land;german_population;districts;valid_second_F"));
    List<String> parties =
        new ArrayList<>(List.of("land_no;land;party;first_votes;second_votes;districts_won"));
    List<String> winners =
        new ArrayList<>(
            List.of(
                "wk_no;wk;land_no;land;winner_party;winner_first_votes;valid_first_D;second_party;second_first_votes"));
    int district = 0;
    for (int land = 1; land <= 16; land++) {
      int districts = land == 16 ? 14 : 19;
      String name = land + ";Land " + land;
      lands.add(name + ";1000000;" + districts + ";100000");
      parties.add(name + ";Rot;50000;40000;" + (districts - 1));
      parties.add(name + ";Blau;30000;30000;1");
      parties.add(name + ";Gelb;10000;20000;0");
      parties.add(name + ";Grün;9000;" + (land == 1 ? "" : "9000") + ";0");
      parties.add(name + ";EB:Übrige;1000;0;0");
      for (int i = 0; i < districts; i++) {
        district++;
        String who = i == 0 ? "Blau;3000;9000;Rot;2900" : "Rot;3000;9000;Blau;2900";
        winners.add(district + ";WK " + district + ";" + name + ";" + who);
      }
    }
    lands.add("99;Bund;16000000;299;1600000");
    try {
      Files.write(folder.resolve(LAND), lands);
      Files.write(folder.resolve(PARTY), parties);
      Files.write(folder.resolve(WINNERS), winners);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes what stands in one line of a file. */
  static void edit(Path file, int line, String from, String to) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      String before = lines.get(line - 1);
      String after = before.replace(from, to);
      if (before.equals(after)) {
        throw new IllegalArgumentException(from + " does not stand in " + before);
      }
      lines.set(line - 1, after);
      lines.removeIf(String::isEmpty);
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
