package com.gopher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The passwords of a database file from before each data directory had a secret: the administrator
 * had none, and everybody could work out those of the logins. They are taken once, to be replaced.
 */
final class EarlierPasswords {

  private static final String NONE = "";

  private EarlierPasswords() {}

  /** Whether the file opens without a password. */
  static boolean openIt(Database database) throws SQLException {
    try (var administrator = open(database)) {
      return administrator.isValid(0);
    } catch (SQLException e) {
      if (database.type().isWrongPassword(e)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Opens the file without a password and gives its administrator the present one. All other logins
   * are locked: those that are still in use get their passwords when the schemas are set up.
   *
   * @param refusal of the present password, thrown if the earlier one is refused as well
   */
  static Connection replaced(Database database, SQLException refusal) throws SQLException {
    Connection administrator;
    try {
      administrator = open(database);
    } catch (SQLException e) {
      refusal.addSuppressed(e);
      throw refusal;
    }
    try (var statement = administrator.createStatement()) {
      var known = new LoginPasswords("replaced", database.password());
      for (String login : logins(administrator)) {
        String password =
            login.equalsIgnoreCase(database.username()) ? database.password() : known.of(login);
        statement.execute(
            "ALTER USER \"%s\" SET PASSWORD '%s'"
                .formatted(login.replace("\"", "\"\""), password.replace("'", "''")));
      }
      return administrator;
    } catch (SQLException e) {
      administrator.close();
      throw e;
    }
  }

  private static Connection open(Database database) throws SQLException {
    return DriverManager.getConnection(
        database.type().administratorUrl(database.url()), database.username(), NONE);
  }

  /** The administrator last: if this is cut off, the next start begins it again. */
  private static List<String> logins(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT user_name
                FROM information_schema.users
                ORDER BY CASE WHEN user_name = CURRENT_USER THEN 1 ELSE 0 END
                """)) {
      List<String> logins = new ArrayList<>();
      while (rows.next()) {
        logins.add(rows.getString(1));
      }
      return logins;
    }
  }
}
