package org.urnengang.office.roll;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.urnengang.office.roll.NoticeText.Field;
import org.urnengang.office.roll.PaperInk.Style;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.PollingRoom;

/** What the notices of a municipality say to everybody: front, polling room, back. */
final class NoticeForm {
  static final float LEFT = 25;
  static final float RIGHT = 190;
  static final float WIDTH = RIGHT - LEFT;
  static final float ASIDE = 130;

  /** Middle of the column with the QR code. */
  static final float CODE_MIDDLE = 166;

  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE,", Locale.GERMAN);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);
  private static final float ROOM = 80;
  private static final float BRING = 143;
  private static final List<Float> FOLDS = List.of(105f, 210f);
  private static final float PUNCH = 148.5f;

  private final ElectionDay day;
  private final NoticeText text;
  private final Paper paper;

  NoticeForm(ElectionDay day, NoticeText text, Paper paper) {
    this.day = day;
    this.text = text;
    this.paper = paper;
  }

  private String of(Field field) {
    return text.of(field);
  }

  /** The district as people call it. */
  String district(String id) {
    return day.areas().index(id).stream()
        .mapToObj(day.areas()::area)
        .map(Area::name)
        .findFirst()
        .map(name -> name.matches("[0-9]+") ? "Bezirk " + name : name)
        .orElse(id);
  }

  void front(PaperInk ink) throws IOException {
    if (day.rehearsal()) {
      rehearsal(ink);
    }
    ink.text(paper.bold(15).fitting(of(Field.TOWN), WIDTH), LEFT, 24, of(Field.TOWN));
    ink.text(paper.soft(10).fitting(of(Field.OFFICE), WIDTH), LEFT, 29.5f, of(Field.OFFICE));
    ink.text(paper.soft(7).fitting(of(Field.SENDER), 78), LEFT, 53.5f, of(Field.SENDER));
    ink.line(PaperInk.LINE, 0.5f, LEFT, 55, LEFT + 78, 55);
    aside(ink);
    ink.text(paper.bold(20), LEFT, 103, "Wahlbenachrichtigung");
    ink.line(PaperInk.BLACK, 2, LEFT, 114, RIGHT, 114);
    columns(ink);
    bullets(ink);
    application(ink);
    foot(ink);
    FOLDS.forEach(fold -> mark(ink, fold, 5));
    mark(ink, PUNCH, 7);
  }

  private void mark(PaperInk ink, float y, float length) {
    try {
      ink.line(PaperInk.LINE, 0.5f, 4, y, 4 + length, y);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void rehearsal(PaperInk ink) throws IOException {
    ink.fill(new java.awt.Color(0xff, 0xd8, 0x4a), 0, 0, PaperInk.WIDTH, 8);
    ink.text(paper.bold(9), LEFT, 5.4f, "PROBE");
    ink.text(paper.plain(9), LEFT + 15, 5.4f, "Keine gültige Wahlbenachrichtigung.");
  }

  private void aside(PaperInk ink) throws IOException {
    ink.line(PaperInk.BLACK, 1.5f, ASIDE - 5, 45, ASIDE - 5, 92);
    ink.text(paper.soft(8), ASIDE, 48, "Wählerverzeichnis");
    ink.text(paper.soft(8), ASIDE, 65, "Auskunft");
    float at = 70;
    for (String line : text.lines(Field.CONTACT)) {
      ink.text(paper.plain(9).fitting(line, RIGHT - ASIDE), ASIDE, at, line);
      at += 4.6f;
    }
  }

  private void columns(PaperInk ink) throws IOException {
    ink.text(paper.soft(8), LEFT, 119, "Wahltag");
    ink.text(paper.bold(12.5f), LEFT, 125, WEEKDAY.format(day.date()));
    ink.text(paper.bold(12.5f), LEFT, 130.5f, DATE.format(day.date()));
    ink.text(paper.plain(9.5f), LEFT, 135.5f, of(Field.HOURS));
    ink.text(paper.soft(8), ROOM, 119, "Ihr Wahlraum");
    ink.text(paper.soft(8), BRING, 119, "Bitte mitbringen");
    ink.text(paper.bold(9.5f), BRING, 124.5f, "diesen Brief und");
    ink.text(paper.bold(9.5f), BRING, 129, "Personalausweis");
    ink.text(paper.plain(9.5f), BRING, 133.5f, "oder Reisepass");
    ink.line(PaperInk.LINE, 0.6f, ROOM - 4, 114, ROOM - 4, 138);
    ink.line(PaperInk.LINE, 0.6f, BRING - 4, 114, BRING - 4, 138);
    ink.line(PaperInk.LINE, 0.6f, LEFT, 138, RIGHT, 138);
  }

  private void bullets(PaperInk ink) throws IOException {
    bullet(ink, LEFT, 157, "Sie dürfen nur einmal und nur persönlich wählen.");
    bullet(
        ink,
        LEFT,
        166,
        "Dieser Brief ersetzt keinen Wahlschein und berechtigt nicht zur Wahl in einem anderen"
            + " Wahlraum.");
    bullet(
        ink,
        110,
        157,
        "Stimmt etwas nicht? Einsicht und Einspruch: %s.".formatted(of(Field.OBJECTION)));
    bullet(
        ink,
        110,
        166,
        "Wo barrierefreie Wahlräume und Hilfsmittel zu finden sind, sagt die Auskunft.");
  }

  private void bullet(PaperInk ink, float x, float y, String words) throws IOException {
    ink.text(paper.bold(9), x, y, "•");
    ink.block(paper.plain(9), x + 4, y, 76, words);
  }

  private void application(PaperInk ink) throws IOException {
    ink.frame(PaperInk.BLACK, 1.2f, LEFT, 178, WIDTH, 62);
    ink.line(PaperInk.LINE, 0.6f, CODE_MIDDLE - 24, 178, CODE_MIDDLE - 24, 240);
    float x = LEFT + 5;
    float width = CODE_MIDDLE - 24 - x - 4;
    ink.block(paper.bold(12), x, 185.5f, width, "Lieber Briefwahl oder ein anderer Wahlraum?");
    Style words = paper.plain(9.5f);
    float at =
        ink.block(
            words,
            x,
            192,
            width,
            "Dafür brauchen Sie einen Wahlschein. Beantragen Sie ihn mit dem QR-Code und Ihrem"
                + " Geburtsdatum, mit dem Formular auf der Rückseite, per E-Mail oder persönlich im"
                + " Wahlamt. Am Telefon ist es nicht möglich.");
    at =
        ink.block(
            words,
            x,
            at + 1.5f,
            width,
            "Antrag bis %s. Bei nachgewiesener plötzlicher Erkrankung noch am Wahltag bis 15 Uhr."
                .formatted(of(Field.APPLICATION)));
    ink.block(
        words,
        x,
        at + 1.5f,
        width,
        "Wer für andere einen Antrag stellt, braucht eine schriftliche Vollmacht.");
    ink.centred(paper.bold(9), CODE_MIDDLE, 185, "Briefwahl beantragen");
    ink.centred(
        paper.plain(8.5f).fitting(text.siteToType(), 44), CODE_MIDDLE, 191, text.siteToType());
    ink.centred(paper.soft(8), CODE_MIDDLE, 199, "oder mit dem Code");
  }

  private void foot(PaperInk ink) throws IOException {
    Style small = paper.plain(8);
    ink.block(
        small,
        LEFT,
        249,
        78,
        "Rote Wahlbriefe müssen am Wahltag bis zum Ende der Wahlzeit beim Wahlamt sein. Werfen Sie"
            + " Ihren Brief spätestens am Donnerstag davor ein.");
    ink.block(
        small,
        LEFT,
        265,
        78,
        "Datenschutz: Der QR-Code enthält weder Namen noch Nummern, nur eine zufällige"
            + " Zeichenfolge, die nur für diesen Wahltag gilt.");
    ink.block(
        small,
        110,
        249,
        80,
        "Leichte Sprache und andere Sprachen, Schablonen für blinde und sehbehinderte Menschen: %s."
            .formatted(of(Field.HELP)));
    ink.line(PaperInk.LINE, 0.6f, LEFT, 282, RIGHT, 282);
    ink.text(paper.soft(7), LEFT, 286, "Rückseite: Antrag auf Erteilung eines Wahlscheins");
  }

  /** The polling room of a district, and whether it is reached without barriers (§ 46 BWO). */
  void room(PaperInk ink, String district) throws IOException {
    Optional<PollingRoom> room = Optional.ofNullable(day.background().rooms().get(district));
    String name = room.map(PollingRoom::name).orElse("wird noch bekannt gegeben");
    float width = BRING - ROOM - 6;
    float at = ink.block(paper.bold(12).fitting(name, 2 * width), ROOM, 125, width, name);
    at = ink.block(paper.plain(9.5f), ROOM, at, width, room.map(PollingRoom::address).orElse(""));
    ink.text(
        paper.bold(9),
        ROOM,
        Math.min(at + 0.5f, 136.5f),
        room.flatMap(PollingRoom::access)
            .map(NoticeForm::written)
            .orElse("Barrierefreiheit: bitte nachfragen"));
  }

  /** Barrierefreiheit (Anlage 3 BWO) in the words of the notice. */
  private static String written(PollingRoom.Access access) {
    return switch (access) {
      case YES -> "barrierefrei";
      case PARTLY -> "teilweise barrierefrei";
      case NO -> "nicht barrierefrei";
    };
  }

  void back(PaperInk ink) throws IOException {
    ink.text(paper.bold(15), LEFT, 24, "Antrag auf Erteilung eines Wahlscheins");
    ink.block(
        paper.soft(9),
        LEFT,
        30,
        98,
        "Nur ausfüllen, wenn Sie nicht in Ihrem Wahlraum, sondern in einem anderen Wahlraum oder"
            + " durch Briefwahl wählen möchten.");
    ink.text(paper.soft(8), ASIDE, 28.5f, "Wählerverzeichnis");
    ink.text(
        paper.plain(9).fitting("An: " + of(Field.SENDER), WIDTH),
        LEFT,
        47,
        "An: " + of(Field.SENDER));
    line(ink, LEFT, 64, 101, "Familienname");
    line(ink, 106, 64, RIGHT, "Vornamen");
    line(ink, LEFT, 78, 67, "Geburtsdatum");
    line(ink, 72, 78, RIGHT, "Anschrift");
    ink.text(paper.bold(10.5f), LEFT, 94, "Ich beantrage einen Wahlschein");
    box(ink, 102, "mit Briefwahlunterlagen an meine oben genannte Anschrift");
    box(ink, 110, "mit Briefwahlunterlagen an folgende Anschrift:");
    line(ink, LEFT + 7, 122, RIGHT, "Straße, Hausnummer, Postleitzahl, Ort, Staat");
    box(ink, 134, "Ich hole ihn mit den Briefwahlunterlagen selbst ab.");
    box(ink, 142, "für die Stimmabgabe in einem anderen Wahlraum");
    line(ink, LEFT, 160, 90, "Ort, Datum");
    line(ink, 106, 160, RIGHT, "Unterschrift");
    authority(ink);
  }

  /** The written authority for somebody else (§ 27 Abs. 3, § 28 Abs. 5 BWO). */
  private void authority(PaperInk ink) throws IOException {
    ink.line(PaperInk.BLACK, 1.5f, LEFT, 172, RIGHT, 172);
    ink.text(paper.bold(12), LEFT, 180, "Vollmacht");
    ink.block(
        paper.plain(9.5f),
        LEFT,
        187,
        WIDTH,
        "Nur wenn jemand anders den Wahlschein beantragt oder abholt. Wer abholt, darf nicht mehr"
            + " als vier Wahlberechtigte vertreten und muss das schriftlich versichern.");
    box(ink, 201, "zu beantragen");
    box(ink, 209, "mit den Briefwahlunterlagen in Empfang zu nehmen");
    ink.text(
        paper.plain(9.5f),
        LEFT,
        195.5f,
        "Ich bevollmächtige die unten genannte Person, den Wahlschein für mich");
    line(ink, LEFT, 222, RIGHT, "Familienname, Vornamen, Anschrift der bevollmächtigten Person");
    line(ink, LEFT, 238, 90, "Ort, Datum");
    line(ink, 106, 238, RIGHT, "Unterschrift der wahlberechtigten Person");
    line(ink, LEFT, 258, 90, "Empfangen am");
    line(ink, 106, 258, RIGHT, "Unterschrift der bevollmächtigten Person");
    ink.line(PaperInk.LINE, 0.6f, LEFT, 282, RIGHT, 282);
    ink.text(
        paper.soft(7),
        LEFT,
        286,
        "Der Antrag muss bis %s beim Wahlamt sein.".formatted(of(Field.APPLICATION)));
  }

  private void line(PaperInk ink, float x, float y, float to, String words) throws IOException {
    ink.line(PaperInk.BLACK, 0.6f, x, y, to, y);
    ink.text(paper.soft(7.5f), x, y + 3.5f, words);
  }

  private void box(PaperInk ink, float y, String words) throws IOException {
    ink.frame(PaperInk.BLACK, 0.8f, LEFT, y - 3.4f, 4, 4);
    ink.text(paper.plain(10), LEFT + 7, y, words);
  }
}
