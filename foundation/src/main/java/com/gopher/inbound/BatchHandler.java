package com.gopher.inbound;

import com.gopher.Api;
import java.util.List;

/**
 * Deals with a batch: all of it, or none.
 *
 * @param <T> what was made of a record
 */
@Api
@FunctionalInterface
public interface BatchHandler<T> {

  /**
   * Called again with the same batch, or parts of it, after it threw, and after a process died.
   *
   * @param batch never empty
   * @return how many were new; the others, or newer ones of the same key, had been settled before
   */
  int settle(List<T> batch);
}
