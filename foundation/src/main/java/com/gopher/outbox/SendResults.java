package com.gopher.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way. It is sent in waves, each with at most one record of a key: a record leaves
 * when its predecessor is acknowledged and not before, so neither a lost request, nor a time-out,
 * nor a refusal lets a successor overtake.
 */
final class SendResults {

  private static final long PATIENCE_MILLIS = 50;
  private static final Set<Class<? extends Exception>> REFUSED_FOR_EVER =
      Set.of(
          RecordTooLargeException.class, InvalidRecordException.class, InvalidTopicException.class);

  private final List<Long> acknowledged = new ArrayList<>();
  private final Map<Long, String> refused = new LinkedHashMap<>();
  private final Set<StoredRecord.Line> stopped = new HashSet<>();
  private final List<Long> unanswered = new ArrayList<>();
  private @Nullable Exception failure;

  /** The records the broker has. */
  List<Long> acknowledged() {
    return acknowledged;
  }

  /** The records the broker will never take, with its reasons. */
  Map<Long, String> refused() {
    return refused;
  }

  /** The records that were handed over and that the broker may or may not have. */
  List<Long> unanswered() {
    return unanswered;
  }

  /** Why the rest is neither acknowledged nor refused; null if there is no rest. */
  @Nullable Exception failure() {
    return failure;
  }

  /** Sends all records, and waits for the answers as long as may be waited. */
  void deliver(List<StoredRecord> batch, RecordSender sender, BooleanSupplier mayWait) {
    var rest = batch;
    while (!rest.isEmpty() && failure == null && mayWait.getAsBoolean()) {
      var wave = new LinkedHashMap<StoredRecord.Line, StoredRecord>();
      var later = new ArrayList<StoredRecord>();
      for (var stored : rest) {
        if (!stopped.contains(stored.line()) && wave.putIfAbsent(stored.line(), stored) != null) {
          later.add(stored);
        }
      }
      deliverWave(List.copyOf(wave.values()), sender, mayWait);
      rest = later;
    }
  }

  private void deliverWave(List<StoredRecord> wave, RecordSender sender, BooleanSupplier mayWait) {
    var answers = new ArrayList<Future<?>>(wave.size());
    wave.forEach(stored -> answers.add(sender.send(stored)));
    for (int i = 0; i < wave.size(); i++) {
      note(wave.get(i), answers.get(i), mayWait);
    }
  }

  private void note(StoredRecord stored, Future<?> answer, BooleanSupplier mayWait) {
    try {
      await(answer, mayWait);
      acknowledged.add(stored.id());
    } catch (ExecutionException broken) {
      var cause = broken.getCause();
      if (cause != null && REFUSED_FOR_EVER.contains(cause.getClass())) {
        refused.put(stored.id(), cause.toString());
        stopped.add(stored.line());
      } else {
        unanswered(stored, broken);
      }
    } catch (TimeoutException | InterruptedException givenUp) {
      unanswered(stored, givenUp);
    }
  }

  private void unanswered(StoredRecord stored, Exception reason) {
    unanswered.add(stored.id());
    failure = failure == null ? reason : failure;
  }

  /**
   * An answer that is there already is taken; one that is not is waited for only while nothing has
   * failed yet.
   */
  private void await(Future<?> answer, BooleanSupplier mayWait)
      throws ExecutionException, InterruptedException, TimeoutException {
    while (!answer.isDone() && failure == null) {
      if (!mayWait.getAsBoolean()) {
        throw new TimeoutException("no longer waiting for the broker");
      }
      try {
        answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        // asks again whether waiting is still right
      }
    }
    answer.get(0, TimeUnit.MILLISECONDS);
  }
}
