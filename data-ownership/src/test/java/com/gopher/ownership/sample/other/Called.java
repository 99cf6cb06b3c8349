package com.gopher.ownership.sample.other;

import com.gopher.ownership.sample.one.Caller;

/** The other half of the cycle. */
public class Called {

  /** Closes the cycle. */
  public int answer() {
    return Caller.class.getName().length();
  }
}
