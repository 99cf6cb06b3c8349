package com.gopher.outbox;

import org.jspecify.annotations.Nullable;

/** The trace the current thread works for. */
interface CurrentTrace {

  /** The trace in the form of a W3C {@code traceparent} header, or null if there is none. */
  @Nullable String parent();
}
