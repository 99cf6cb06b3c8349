package com.gopher.inbound;

import com.gopher.Api;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes back into the database what the application itself has announced; declared as a bean by an
 * application that announces something. A database that is new, or was restored from a copy, knows
 * less than its own topic: it would do again what was done, under sequences that were used.
 */
@Api
public interface OwnRecords {

  /** Whose records are read back, before anything else is read. */
  String topic();

  /**
   * Takes back a batch, the oldest first; what the database knows already is left alone. May be
   * called again with the same batch.
   *
   * @return how many brought something back
   */
  int takeBack(List<ConsumerRecord<byte[], byte[]>> batch);
}
