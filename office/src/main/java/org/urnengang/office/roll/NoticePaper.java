package org.urnengang.office.roll;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.urnengang.office.roll.NoticeText.Field;
import org.urnengang.office.roll.PaperInk.Style;
import org.urnengang.rules.election.ElectionDay;

/**
 * Wahlbenachrichtigungen of a municipality on paper (§ 19 BWO, Anlage 3), each with the application
 * for a Wahlschein on its back (Anlage 4). What all letters share, and those of a district, is
 * stored once.
 */
final class NoticePaper implements AutoCloseable {
  private static final float WINDOW_WIDTH = 76;
  private static final float CODE_SIZE = 24;

  /** The fold below is at 210 mm. */
  private static final float CODE_TOP = 212.5f;

  private static final int LARGEST_CODE = 6;
  private static final int MOST_LINES = 6;

  private final ElectionDay day;
  private final NoticeText text;
  private final Paper paper = new Paper();
  private final NoticeForm form;
  private final PDFormXObject front;
  private final PDFormXObject back;
  private final Map<String, PDFormXObject> rooms = new HashMap<>();
  private final Map<Integer, String> elections = new HashMap<>();

  NoticePaper(ElectionDay day, NoticeText text) {
    this.day = day;
    this.text = text;
    this.form = new NoticeForm(day, text, paper);
    this.front = paper.form(form::front);
    this.back = paper.form(form::back);
  }

  /** Adds a letter: two pages. */
  void add(NoticeLetter letter) {
    PDFormXObject room =
        rooms.computeIfAbsent(
            letter.district(), district -> paper.form(ink -> form.room(ink, district)));
    paper.page(
        ink -> {
          ink.stamp(front);
          ink.stamp(room);
          front(ink, letter);
        });
    paper.page(
        ink -> {
          ink.stamp(back);
          back(ink, letter);
        });
  }

  private void front(PaperInk ink, NoticeLetter letter) throws IOException {
    address(ink, letter.address(), 62);
    ink.text(
        paper.bold(16),
        NoticeForm.ASIDE,
        55,
        "%s · Nr. %d".formatted(bezirk(letter), letter.number()));
    ink.text(
        paper.soft(11.5f).fitting(elections(letter.rights()), NoticeForm.WIDTH),
        NoticeForm.LEFT,
        110,
        elections(letter.rights()));
    ink.block(
        paper.plain(10.5f),
        NoticeForm.LEFT,
        144.5f,
        NoticeForm.WIDTH,
        "Guten Tag %s, Sie sind im Wählerverzeichnis (%s) eingetragen und können im oben genannten Wahlraum wählen."
            .formatted(letter.name(), text.of(Field.TOWN)));
    ink.squares(code(letter), NoticeForm.CODE_MIDDLE - CODE_SIZE / 2, CODE_TOP, CODE_SIZE);
    ink.centred(
        paper.plain(9).fitting(letter.code().printed(), 44),
        NoticeForm.CODE_MIDDLE,
        204,
        letter.code().printed());
    Style small = paper.soft(7);
    String sheet =
        letter.sheet() == 0
            ? "einzeln gedruckt"
            : "Los %d · Blatt %d".formatted(letter.batch(), letter.sheet());
    ink.text(small, NoticeForm.RIGHT - small.width(sheet), 286, sheet);
  }

  private void address(PaperInk ink, List<String> lines, float y) throws IOException {
    float at = y;
    for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      Style style = paper.plain(11).fitting(line, WINDOW_WIDTH);
      ink.text(style, NoticeForm.LEFT, at, line);
      at += 5;
    }
  }

  private void back(PaperInk ink, NoticeLetter letter) throws IOException {
    List<String> lines = letter.address();
    RegisteredPerson person = letter.person();
    String family = (person.prefix() + ' ' + person.familyName()).strip();
    Style style = paper.plain(10.5f);
    ink.text(style.fitting(family, 76), NoticeForm.LEFT, 62, family);
    ink.text(style.fitting(person.givenNames(), 84), 106, 62, person.givenNames());
    String place =
        lines.subList(lines.indexOf(letter.name()) + 1, lines.size()).stream()
            .collect(Collectors.joining(", "));
    ink.text(style.fitting(place, 118), 72, 76, place);
    String entry = "%s, Nr. %d".formatted(bezirk(letter), letter.number());
    ink.text(paper.plain(9), NoticeForm.ASIDE, 33, entry);
  }

  private String bezirk(NoticeLetter letter) {
    return form.district(letter.district());
  }

  /** The elections of a person, as a line below the heading. */
  private String elections(int rights) {
    return elections.computeIfAbsent(
        rights,
        bits ->
            IntStream.range(0, day.elections().size())
                .filter(election -> (bits >> election & 1) == 1)
                .mapToObj(election -> day.elections().get(election).title())
                .collect(Collectors.joining(" · ", "zur Stimmabgabe: ", "")));
  }

  private boolean[][] code(NoticeLetter letter) {
    List<QrSegment> segments = QrSegment.makeSegments(text.of(Field.SITE) + letter.token());
    QrCode code = QrCode.encodeSegments(segments, QrCode.Ecc.QUARTILE, 1, LARGEST_CODE, -1, false);
    boolean[][] rows = new boolean[code.size][code.size];
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        rows[y][x] = code.getModule(x, y);
      }
    }
    return rows;
  }

  int pages() {
    return paper.pages();
  }

  byte[] bytes() {
    return paper.bytes();
  }

  @Override
  public void close() {
    paper.close();
  }
}
