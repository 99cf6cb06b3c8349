package com.gopher.ownership.sample.one;

import com.gopher.ownership.sample.other.Called;

/** Half of a cycle between two packages, made for the test that must find it. */
public class Caller {

  /** Calls the other half. */
  public int call() {
    return new Called().answer();
  }
}
