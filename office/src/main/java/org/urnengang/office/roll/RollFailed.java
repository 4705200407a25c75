package org.urnengang.office.roll;

import java.sql.SQLException;

/** The database failed; what it says about rows stays out of the message. */
public final class RollFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RollFailed(SQLException e) {
    super("the roll's database failed with state " + e.getSQLState());
  }
}
