package com.gopher.outbox;

import com.gopher.Api;
import java.util.List;

/**
 * Several events that are published as one, so that their records are stored by one statement. Who
 * handles batches publishes the {@code @Externalized} bundle instead of each event: at one
 * statement an event the database would be busy with little else. The events need no annotation.
 *
 * @param <E> the type of the events; an {@link Outbound} bean maps each of them
 */
@Api
public interface EventBatch<E> {

  /** The events, those of the same key in the order in which they happened. */
  List<E> events();
}
