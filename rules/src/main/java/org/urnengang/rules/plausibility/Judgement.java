package org.urnengang.rules.plausibility;

import java.util.List;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.Severity;

/**
 * What plausibility says of one report.
 *
 * @param findings warnings and infos, sorted by code
 * @param evidence the strongest evidence of a slip in its lines (W04, W05), as in {@link
 *     Thresholds#evidence()}, whether or not it is enough
 */
public record Judgement(List<Finding> findings, int evidence) {
  public Judgement {
    findings = List.copyOf(findings);
  }

  /** Whether somebody has to write down a reason. */
  public boolean warns() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
  }
}
