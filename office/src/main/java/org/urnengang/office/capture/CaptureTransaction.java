package org.urnengang.office.capture;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.urnengang.office.access.Audit;
import org.urnengang.office.journal.Ledgers;
import org.urnengang.office.platform.Texts;

/** One transaction for many requests: what is accepted is committed when it returns. */
@Component
final class CaptureTransaction {
  private final TransactionOperations transaction;
  private final CaptureStore store;
  private final Ledgers ledgers;
  private final Audit audit;
  private final Texts texts;

  CaptureTransaction(
      TransactionOperations transaction,
      CaptureStore store,
      Ledgers ledgers,
      Audit audit,
      Texts texts) {
    this.transaction = transaction;
    this.store = store;
    this.ledgers = ledgers;
    this.audit = audit;
    this.texts = texts;
  }

  /** The outcomes in the order of the requests. */
  List<Outcome> run(List<Submission> submissions) {
    List<Outcome> outcomes =
        transaction.execute(_ -> new CaptureBatch(store, ledgers, audit, texts).run(submissions));
    return List.copyOf(outcomes);
  }
}
