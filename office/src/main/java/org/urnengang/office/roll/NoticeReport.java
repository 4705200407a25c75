package org.urnengang.office.roll;

/**
 * What was printed, as totals.
 *
 * @param planned letters that had no place in a batch before
 * @param letters letters that were printed
 * @param batches files that were written
 * @param pages of all of them
 * @param bytes of all of them
 */
public record NoticeReport(long planned, long letters, int batches, long pages, long bytes) {
  static final NoticeReport NONE = new NoticeReport(0, 0, 0, 0, 0);

  NoticeReport planned(int more) {
    return new NoticeReport(planned + more, letters, batches, pages, bytes);
  }

  NoticeReport plus(NoticeStore.Printed batch) {
    return new NoticeReport(
        planned,
        letters + batch.letters(),
        batches + 1,
        pages + batch.pages(),
        bytes + batch.bytes());
  }
}
