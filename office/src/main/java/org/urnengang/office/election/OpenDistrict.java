package org.urnengang.office.election;

import java.util.Optional;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.record.ClosingCertificate;
import org.urnengang.rules.record.Form;

/**
 * Wahlbezirk in einer Wahl (§ 68 BWO): a district as one election counts it.
 *
 * @param row its row in the database
 * @param tenant the authority to which it belongs
 * @param area the district
 * @param facts its kind and who reports it
 * @param form the letters it reports
 * @param certificate its closing certificate, if known
 */
public record OpenDistrict(
    int row,
    int tenant,
    Area area,
    CountingDistrict facts,
    Form form,
    Optional<ClosingCertificate> certificate) {}
