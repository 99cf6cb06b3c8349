package com.gopher.database;

import com.gopher.Api;
import java.sql.SQLException;
import org.springframework.dao.PermissionDeniedDataAccessException;

/**
 * The database refused a module the data of another, or SQL ran outside any module's transaction.
 * The message is one sentence that names both sides and says what to do instead.
 */
@Api
public class AccessRefusedException extends PermissionDeniedDataAccessException {

  private static final long serialVersionUID = 1;

  AccessRefusedException(String sentence, SQLException cause) {
    super(sentence, cause);
  }
}
