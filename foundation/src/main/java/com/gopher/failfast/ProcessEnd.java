package com.gopher.failfast;

import com.gopher.Api;

/** Ends the process. An application may declare another one as a bean. */
@Api
@FunctionalInterface
public interface ProcessEnd {

  /** "An internal software error has been detected", BSD's sysexits.h. */
  int AFTER_AN_ERROR = 70;

  /** Returns at once; the process ends soon with the given exit status. */
  void now(int status);

  /** In order if the process can, by force if it cannot. */
  static ProcessEnd orderly() {
    return new OrderlyEnd();
  }
}
