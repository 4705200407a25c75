package org.urnengang.presentation.page;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Changes;
import org.urnengang.presentation.result.Changes.Change;

/**
 * How a reader checks the page.
 *
 * @param version the version that the page shows
 * @param time when it was made
 * @param hash root over all entries up to it, shortened
 * @param signer name of the signing key
 * @param corrections head of the corrections
 * @param lines the newest corrections
 */
public record ProofView(
    String version,
    String time,
    String hash,
    String signer,
    String corrections,
    List<String> lines) {
  private static final int SHOWN = 3;
  private static final int DIGITS = 8;
  private static final int GROUP = 4;

  static ProofView of(Context context, AreaResult result) {
    Words words = context.words();
    List<Change> corrections = Changes.corrections(result);
    return new ProofView(
        Long.toString(result.version()),
        words.text("time", words.second(result.at())),
        shortened(HexFormat.of().formatHex(context.state().tree().root(result.version()))),
        context.state().key().name(),
        words.text("proof.corrections", corrections.size()),
        corrections.stream()
            .limit(SHOWN)
            .map(change -> FactLine.brief(context, change).sentence(words))
            .toList());
  }

  /** First and last eight digits, in fours. */
  static String shortened(String hex) {
    return grouped(hex.substring(0, DIGITS))
        + " … "
        + grouped(hex.substring(hex.length() - DIGITS));
  }

  private static String grouped(String digits) {
    return IntStream.iterate(0, at -> at < digits.length(), at -> at + GROUP)
        .mapToObj(at -> digits.substring(at, at + GROUP))
        .collect(Collectors.joining(" "));
  }
}
