package com.gopher.ownership.finding;

import com.gopher.ownership.api.PublicApi;

/**
 * The inspection could not run: nothing to read, nothing found, or more than the limits allow. The
 * message is one sentence that ends with what to type next. Findings are never reported this way.
 */
@PublicApi
public final class CannotInspect extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotInspect(String message) {
    super(message);
  }

  public CannotInspect(String message, Throwable cause) {
    super(message, cause);
  }
}
