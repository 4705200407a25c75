package org.urnengang.formats.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.ClosingCertificate;

/** Reads {@code certificates.csv}, which may be absent. */
final class CertificatesFile {
  static final String NAME = "certificates.csv";
  static final List<String> COLUMNS =
      List.of("election", "district", "A1", "A2", "after_closing", "on_day");

  private CertificatesFile() {}

  static Map<DistrictInElection, ClosingCertificate> read(Path folder, ElectionDay day) {
    Path path = folder.resolve(NAME);
    if (!Files.exists(path)) {
      return Map.of();
    }
    Map<DistrictInElection, ClosingCertificate> certificates = new LinkedHashMap<>();
    Places places = new Places(day);
    try (CsvTable table = CsvTable.open(path, COLUMNS, Set.of())) {
      for (CsvRow row : table) {
        if (places.require(row).kind() == DistrictKind.POSTAL) {
          throw row.refused("district", "Ein Briefwahlbezirk hat kein Wählerverzeichnis.");
        }
        var place = new DistrictInElection(row.text("election"), row.text("district"));
        if (certificates.putIfAbsent(place, certificate(row)) != null) {
          throw row.refused("district", "Der Bezirk hat schon einen Abschluss. Bitte entfernen.");
        }
      }
    }
    return Collections.unmodifiableMap(certificates);
  }

  private static ClosingCertificate certificate(CsvRow row) {
    ClosingCertificate certificate =
        new ClosingCertificate(
            row.number("A1"), row.number("A2"), row.number("after_closing"), row.number("on_day"));
    if (certificate.correctedA1() < 0) {
      throw row.refused("A1", "Die Berichtigungen nehmen mehr weg, als A1 hat.");
    }
    return certificate;
  }
}
