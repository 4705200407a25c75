package org.urnengang.office.roll;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.eligibility.BirthDate;
import org.urnengang.rules.eligibility.Citizenships;
import org.urnengang.rules.eligibility.Dwelling;

class NoticePaperTest {
  static final NoticeText TEXT =
      NoticeText.parse(
          """
          town=Stadt Musterstadt
          office=Die Bürgermeisterin · Wahlamt
          sender=Stadt Musterstadt · Wahlamt · Rathausplatz 1 · 32100 Musterstadt
          contact=Wahlamt, Telefon 05999 000-000\\nwahlamt@musterstadt.example\\nMo bis Fr 8–12 Uhr
          hours=8 bis 18 Uhr
          objection=4. bis 8. September
          application=Freitag, 22. September 2017, 18 Uhr
          site=https://wahl.musterstadt.example/b/
          help=wahl.musterstadt.example/hilfe
          """);

  private static ElectionDay day() {
    try {
      return ElectionFolder.read(
              Path.of(NoticePaperTest.class.getResource("/election/probe").toURI()))
          .day();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NoticeLetter letter(String given, String family, int number) {
    NoticeKey key = new NoticeKey("only for tests".getBytes(StandardCharsets.UTF_8));
    RegisteredPerson person =
        new RegisteredPerson(
            "05999004",
            "" + number,
            "",
            "",
            family,
            given,
            "f",
            new BirthDate(1970, 2, 3),
            Citizenships.of("DEU"),
            Optional.empty(),
            "",
            false,
            "",
            List.of(
                new Residence(
                    new Dwelling("05999004", true, LocalDate.parse("2001-01-01"), Optional.empty()),
                    "Beispielweg",
                    "12",
                    "a",
                    "32100",
                    "Musterstadt")));
    return new NoticeLetter(
        person, "05999004-0001", number, 3, key.token(number), key.code(number), 1, number);
  }

  private static byte[] print(NoticeLetter... letters) {
    try (NoticePaper paper = new NoticePaper(day(), TEXT)) {
      List.of(letters).forEach(paper::add);
      return paper.bytes();
    }
  }

  private static String decoded(BufferedImage page) {
    int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(
                  new HybridBinarizer(
                      new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (ReaderException e) {
      throw new AssertionError("no QR code is read", e);
    }
  }

  @Test
  void name_address_number_and_code_on_paper_are_those_of_the_roll() throws IOException {
    List<NoticeLetter> letters =
        List.of(
            letter("Łucja", "Đặng-Müller", 1),
            letter("Zoë", "Þórsdóttir", 2),
            letter("Çağla Əliyeva", "Ǧ C̨̆ M̂", 3));
    byte[] pdf = print(letters.toArray(NoticeLetter[]::new));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(6);
      for (int i = 0; i < letters.size(); i++) {
        NoticeLetter letter = letters.get(i);
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(2 * i + 1);
        text.setEndPage(2 * i + 2);
        assertThat(Normalizer.normalize(text.getText(document), Normalizer.Form.NFC))
            .contains(letter.address())
            .contains("Nr. " + letter.number(), letter.code().printed(), "Wahlschein")
            .contains(letter.person().familyName());
        BufferedImage page =
            new PDFRenderer(document).renderImageWithDPI(2 * i, 200, ImageType.GRAY);
        assertThat(decoded(page))
            .isEqualTo("https://wahl.musterstadt.example/b/" + letter.token())
            .doesNotContain(letter.person().familyName());
      }
    }
  }

  @Test
  void a_letter_of_a_batch_takes_less_than_4_kB() {
    NoticeLetter[] letters =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> letter("Anna", "Beispiel-" + (char) ('a' + i % 26), i))
            .toArray(NoticeLetter[]::new);
    assertThat(print(letters).length / letters.length).isLessThan(4000);
  }

  @Test
  void a_letter_that_no_font_has_is_printed_without_its_marks() throws IOException {
    try (PDDocument document = Loader.loadPDF(print(letter("Eva", "Aꞧꟸ", 1)))) {
      assertThat(new PDFTextStripper().getText(document)).contains("Eva A??");
    }
  }

  @Test
  void one_wrong_letter_and_two_that_changed_places_are_found_in_a_code() {
    NoticeCode code = letter("Eva", "Beispiel", 7).code();
    assertThat(NoticeCode.typed(code.printed().toLowerCase(Locale.ROOT))).contains(code);
    String letters = code.letters();
    for (int i = 0; i < letters.length(); i++) {
      char other = letters.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(NoticeCode.typed(letters.substring(0, i) + other + letters.substring(i + 1)))
          .isEmpty();
      for (int j = i + 1; j < letters.length(); j++) {
        if (letters.charAt(i) != letters.charAt(j)) {
          StringBuilder swapped = new StringBuilder(letters);
          swapped.setCharAt(i, letters.charAt(j));
          swapped.setCharAt(j, letters.charAt(i));
          assertThat(NoticeCode.typed(swapped.toString())).isEmpty();
        }
      }
    }
  }
}
