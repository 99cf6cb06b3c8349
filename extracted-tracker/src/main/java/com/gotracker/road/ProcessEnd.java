package com.gotracker.road;

/** How this process ends itself. */
@FunctionalInterface
interface ProcessEnd {

  /** Returns at once; the process ends with this status a moment later. */
  void now(int status);
}
