package com.gopher.failfast;

import com.gopher.Api;

/** Ends the process. An application may declare another one as a bean. */
@Api
@FunctionalInterface
public interface ProcessEnd {

  /** Returns at once; the process ends soon with the given exit status. */
  void now(int status);
}
