package org.urnengang.formats.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sound election folder with a Bundestag election and a referendum, small enough to read. */
final class SmallFolder {
  private static final String DAY =
      """
      {
        "format": "urnengang-election-1",
        "date": "2017-09-24",
        "rehearsal": true,
        "title": "Ergebnisse",
        "subtitle": "Kreis Musterland",
        "ledger": "muster",
        "source": "erfunden",
        "authorities": [
          {"key": "nord", "name": "Rechenzentrum Nord"},
          {"key": "sued", "name": "Kreis Süd", "vkey": "sued/2017+1234abcd+AQIDBA=="}
        ],
        "elections": [
          {
            "key": "bundestagswahl",
            "name": "Bundestagswahl",
            "title": "Wahl zum 19. Deutschen Bundestag",
            "kind": "bundestag",
            "law": "bundestag-2013",
            "scope": "05",
            "polls_close": {"at": "2017-09-24T18:00:00+02:00", "law": "§ 47 Abs. 1 BWO"},
            "votes": [
              {"key": "first", "name": "Erststimmen"},
              {"key": "second", "name": "Zweitstimmen"}
            ]
          },
          {
            "key": "buergerentscheid",
            "name": "Bürgerentscheid",
            "title": "Bürgerentscheid über das Freibad",
            "kind": "referendum",
            "law": "go-nrw-26",
            "scope": "05999004",
            "polls_close": {"at": "2017-09-24T18:00:00+02:00", "law": "Satzung"},
            "votes": [{"key": "vote", "name": "Stimmen"}],
            "question": "Soll das Freibad \\"offen\\" bleiben?",
            "quorum": {"percent": 20, "law": "§ 26 Abs. 7 GO NRW"},
            "entitled": 1200
          }
        ]
      }
      """;

  private static final String AREAS =
      """
      id;level;name;parents;kind;authority;merged_into;elections
      05;land;Musterland;;;;;
      wk-136;constituency;"Wahlkreis; 136";05;;;;
      wk-137;constituency;Wahlkreis 137;05;;;;
      05999;county;Musterkreis;05;;;;
      05999004;municipality;Musterstadt;05999 wk-136;;;;
      05999008;municipality;Nachbar;05999 wk-137;;;;
      05999004-0101;district;Bezirk 0101;05999004;polling;nord;;
      05999004-0102;district;Bezirk 0102;05999004;polling;nord;05999004-0101;
      05999004-B01;district;Briefwahl 01;05999004;postal;nord;;bundestagswahl
      05999008-0001;district;Bezirk 0001;05999008;polling;sued;;
      """;

  private static final String BALLOT =
      """
      election;vote;scope;no;short;name;nominee;color;color_dark
      bundestagswahl;first;wk-136;1;A;Partei A;Anna Muster;#000000;#8A8A8A
      bundestagswahl;first;wk-136;2;B;Partei B;;;
      bundestagswahl;first;wk-137;1;A;Partei A;;#000000;#8A8A8A
      bundestagswahl;second;05;1;A;Partei A;;#000000;#8A8A8A
      bundestagswahl;second;05;2;B;Partei B;;;
      bundestagswahl;second;05;3;C;Partei C;;;
      buergerentscheid;vote;05999004;1;JA;Ja;;;
      buergerentscheid;vote;05999004;2;NEIN;Nein;;;
      """;

  private static final String RECORDS =
      """
      election;district;at;reason;A1;A2;B;B1;C;D;D1;D2;D3;E;F;F1;F2;F3
      bundestagswahl;05999008-0001;2017-09-24T18:07:30+02:00;;900;100;500;0;10;490;490;;;0;500;300;100;100
      bundestagswahl;05999004-0101;2017-09-24T18:30:00+02:00;;900;100;500;0;10;490;290;200;;0;500;300;100;100
      bundestagswahl;05999004-0101;2017-09-24T18:45:00+02:00;Zahlendreher;900;100;500;0;10;490;200;290;;0;500;300;100;100
      bundestagswahl;05999004-B01;2017-09-24T20:45:00+02:00;;;;80;80;0;80;40;40;;0;80;40;40;0
      buergerentscheid;05999004-0101;2017-09-24T21:30:00+02:00;;1100;100;400;50;3;397;200;197;;;;;;
      """;

  private static final String CERTIFICATES =
      """
      election;district;A1;A2;after_closing;on_day
      bundestagswahl;05999004-0101;903;97;2;1
      bundestagswahl;05999008-0001;900;100;0;0
      """;

  private SmallFolder() {}

  static Path in(Path folder) {
    write(folder, "election.json", DAY);
    write(folder, "areas.csv", AREAS);
    write(folder, "ballot.csv", BALLOT);
    write(folder, "records.csv", RECORDS);
    write(folder, "certificates.csv", CERTIFICATES);
    return folder;
  }

  static void write(Path folder, String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path folder, String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
