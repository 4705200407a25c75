package org.urnengang.rehearsal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.plausibility.Counted;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

/**
 * The districts of the Kreise Herford, Lippe and Minden-Lübbecke in the European election of 2024,
 * from the official file of the Bundeswahlleiterin. The CSU does not stand there and has no line.
 */
record OfficialDistricts(Letters letters, List<Counted> districts) {
  private static final String FILE = "Wbz_EW24_Ergebnisse.csv";
  private static final Set<String> KREISE = Set.of("05758", "05766", "05770");
  private static final int FIRST_PARTY = 17;
  private static final int BEFORE_PARTIES_LAST = 9;
  private static final int ELSEWHERE = FIRST_PARTY + 4;
  private static final int AFTER_PARTIES = FIRST_PARTY + 35;
  private static final List<String> TOTALS = List.of("A", "A1", "A2", "A3", "B", "B1", "C", "D");

  static OfficialDistricts read(Path zip) throws IOException {
    Letters letters = Letters.of(1, AFTER_PARTIES - FIRST_PARTY - 1);
    List<Counted> districts = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile());
        BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(";", -1);
        if (cells.length > AFTER_PARTIES && KREISE.contains(cells[0] + cells[1] + cells[2])) {
          districts.add(counted(letters, cells));
        }
      }
    }
    return new OfficialDistricts(letters, List.copyOf(districts));
  }

  private static BufferedReader open(ZipFile file) throws IOException {
    ZipEntry entry = file.getEntry(FILE);
    if (entry == null) {
      throw new CountryBench.UnusableData(file.getName() + " enthält keine Datei " + FILE);
    }
    return new BufferedReader(
        new InputStreamReader(file.getInputStream(entry), StandardCharsets.UTF_8));
  }

  private static Counted counted(Letters letters, String[] cells) {
    boolean postal = cells[8].equals("5");
    Map<String, Integer> figures = new HashMap<>();
    for (int i = 1; i < TOTALS.size(); i++) {
      if (!postal || i > TOTALS.indexOf("A3")) {
        figures.put(TOTALS.get(i), number(cells[BEFORE_PARTIES_LAST + i]));
      }
    }
    int no = 0;
    for (int column = FIRST_PARTY; column < AFTER_PARTIES; column++) {
      if (column != ELSEWHERE) {
        no++;
        figures.put("D" + no, number(cells[column]));
      }
    }
    String ags = String.join("", Arrays.asList(cells[0], cells[1], cells[2], cells[4]));
    return new Counted(
        ags + "-" + cells[7],
        ags,
        postal ? DistrictKind.POSTAL : DistrictKind.POLLING,
        Figures.of(letters, figures));
  }

  /** Some numbers have a dot for the thousands. */
  private static int number(String cell) {
    return Integer.parseInt(cell.replace(".", ""));
  }
}
