package com.gopher.inbound;

import com.gopher.Api;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a record says.
 *
 * @param <T> what is made of a record
 */
@Api
@FunctionalInterface
public interface RecordReader<T> {

  /**
   * The content, or null if it is none of this reader's business.
   *
   * @throws UnreadableRecordException if the record breaks the contract; it is set aside then
   */
  @Nullable T read(ConsumerRecord<byte[], byte[]> incoming) throws UnreadableRecordException;
}
