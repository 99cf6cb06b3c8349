package com.gopher.sabotage;

import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * Notes when each transaction that externalizes something has committed, which only the process
 * itself can know: a line {@code KEY TYPE MICROSECONDS-SINCE-1970} for each record, in the file of
 * the application's name in the directory {@code commit-times}. The one class here that does no
 * harm: it is a measuring instrument that no shipped jar should carry.
 */
@Sabotage(name = "commit-times")
class CommitTimes {

  @Bean
  PrintWriter commitTimesFile(
      @Value("${commit-times}") Path directory,
      @Value("${spring.application.name}") String application)
      throws IOException {
    return new PrintWriter(
        Files.newBufferedWriter(directory.resolve(application), StandardCharsets.UTF_8));
  }

  @Bean
  AfterCommit commitTimes(ObjectProvider<Outbound<?>> mappings, PrintWriter commitTimesFile) {
    return new AfterCommit(
        mappings.orderedStream().toList(), records -> note(records, commitTimesFile));
  }

  private static void note(List<OutboundRecord> records, PrintWriter file) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    synchronized (file) {
      records.forEach(it -> file.printf("%s %s %s%n", it.key(), it.type(), micros));
      file.flush();
    }
    if (file.checkError()) {
      throw new UncheckedIOException(new IOException("The commit times cannot be written"));
    }
  }
}
