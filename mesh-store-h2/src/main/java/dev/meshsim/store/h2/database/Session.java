package dev.meshsim.store.h2.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection and the statements prepared on it. Used by one thread at a time. */
public final class Session implements AutoCloseable {

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable Snapshot moment;

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Binds the next statements to a snapshot, or to none. */
  void see(@Nullable Snapshot wanted) {
    moment = wanted;
  }

  /** The snapshot that the statements are bound to, or null. */
  public @Nullable Snapshot moment() {
    return moment;
  }

  /**
   * Runs a query.
   *
   * @throws Snapshot.PassedException if the rows may belong to a later snapshot than those before
   */
  public ResultSet query(String sql, @Nullable Object... parameters) throws SQLException {
    ResultSet rows = statement(sql, parameters).executeQuery();
    if (moment != null) {
      // At this point H2 has read all rows.
      moment.require();
    }
    return rows;
  }

  /** A statement with its parameters set: Long, Integer, String, byte[] or null. */
  private PreparedStatement statement(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      @Nullable Object value = parameters[i];
      if (value instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (value instanceof byte[] octets) {
        statement.setBytes(i + 1, octets);
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  /** Changes rows and returns their number. */
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    return statement(sql, parameters).executeUpdate();
  }

  /**
   * Copies the rows of a query to another database.
   *
   * @param statement takes the columns of a row as its parameters
   */
  void copyTo(Session other, String query, String statement) throws SQLException {
    try (ResultSet rows = query(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        @Nullable Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = rows.getObject(i + 1);
        }
        other.update(statement, row);
        for (Object value : row) {
          if (value instanceof byte[] octets) {
            Arrays.fill(octets, (byte) 0);
          }
        }
      }
    }
  }

  /** Runs a statement that is not worth preparing. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the number in the one row that a query must have. */
  public long number(String sql, Object... parameters) throws SQLException {
    try (ResultSet rows = query(sql, parameters)) {
      if (!rows.next()) {
        throw new SQLException(
            "a row is missing that is always there; SQL statement: " + sql, FailureHint.NO_ROW);
      }
      return rows.getLong(1);
    }
  }

  public void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
