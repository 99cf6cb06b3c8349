package com.gopher.failfast;

/** Ends the process. An application may declare a bean of its own. */
@FunctionalInterface
public interface ProcessEnd {

  /** Returns at once; the process ends soon with the given exit status. */
  void now(int status);
}
