package com.gopher.ownership.judge;

import com.gopher.ownership.mention.Mention;

/** Follows the judging step by step. */
public interface Trace {

  /** Follows nothing. */
  Trace NONE =
      new Trace() {
        @Override
        public void begin(Mention mention) {
          // Nobody asked.
        }

        @Override
        public void say(String what) {
          // Nobody asked.
        }
      };

  /** What follows is about this mention. */
  void begin(Mention mention);

  /** One step of the way to a finding or to none. */
  void say(String what);
}
