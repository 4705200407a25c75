package org.urnengang.office.election;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.AuditEvent;
import org.urnengang.office.access.Caller;
import org.urnengang.office.platform.Texts;

/** What somebody did to a day in preparation, as the audit trail tells it. */
@Component
final class SetupTrail {
  private final Audit audit;
  private final Texts texts;

  SetupTrail(Audit audit, Texts texts) {
    this.audit = audit;
    this.texts = texts;
  }

  /**
   * Writes it within the transaction of what it tells.
   *
   * @param text key of the sentence; its first words are who, title and date
   * @param more the words behind them
   */
  void tell(
      AuditEvent.Kind kind,
      Caller caller,
      int tenant,
      Draft.Facts facts,
      String text,
      Object... more) {
    Object[] words =
        Stream.concat(
                Stream.of(caller.name(), facts.title(), texts.date(facts.date())), Stream.of(more))
            .toArray();
    audit.append(
        List.of(
            new AuditEvent(
                tenant, caller.name(), kind, facts.day(), "", "", texts.of(text, words))));
  }

  void tell(Caller caller, Draft draft, String text, Object... more) {
    tell(AuditEvent.Kind.SET_UP, caller, draft.tenant(), draft.facts(), text, more);
  }
}
