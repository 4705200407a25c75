package org.urnengang.office.roll;

/** Reihenfolge der laufenden Nummern (§ 14 Abs. 1 BWO). */
public enum RollOrder {
  NAME,
  STREET
}
