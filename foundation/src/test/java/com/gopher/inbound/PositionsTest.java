package com.gopher.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading goes on where the database ends, whatever Kafka remembers. */
class PositionsTest {

  private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
  private static final long BEGINNING = 3;

  private final DriverManagerDataSource database =
      new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  private final Positions positions =
      new Positions(
          new InboundTables(JdbcClient.create(database), "reading"),
          new TransactionTemplate(new JdbcTransactionManager(database)),
          new OffsetCommits());
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  @BeforeEach
  void setUp() throws Exception {
    try (var connection = database.getConnection()) {
      connection.createStatement().execute("CREATE SCHEMA reading");
      connection.setSchema("READING");
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/inbound/V200__inbound.sql"));
    }
    positions.of(Map.of("orders", new KnownTopic("cluster", "first")));
    consumer.assign(Set.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, BEGINNING));
    consumer.updateEndOffsets(Map.of(PARTITION, 1_000L));
  }

  @Test
  void anOffsetAheadOfTheDatabaseIsNotFollowed() {
    settle(41);
    committedInKafka(900);

    assertThat(goesOnAt()).isEqualTo(42);
  }

  @Test
  void anOffsetThatSomebodySetBackIsObeyed() {
    settle(41);
    committedInKafka(10);

    assertThat(goesOnAt()).isEqualTo(10);
  }

  @Test
  void anOffsetThatHasExpiredIsNotMissed() {
    settle(41);

    assertThat(goesOnAt()).isEqualTo(42);
  }

  @Test
  void aDatabaseThatKnowsNothingBeginsAtTheBeginning() {
    committedInKafka(900);

    assertThat(goesOnAt()).isEqualTo(BEGINNING);
  }

  @Test
  void aTopicMadeAgainIsReadFromItsBeginning() {
    settle(41);
    committedInKafka(900);

    positions.of(Map.of("orders", new KnownTopic("cluster", "second")));

    assertThat(goesOnAt()).isEqualTo(BEGINNING);
  }

  @Test
  void theControl_ofATopicThatIsNotKnownKafkasOffsetIsFollowed() {
    committedInKafka(900);
    positions.of(Map.of());

    consumer.seek(PARTITION, 900);
    positions.onPartitionsAssigned(consumer, List.of(PARTITION));

    assertThat(consumer.position(PARTITION)).isEqualTo(900);
  }

  @Test
  void aPositionIsStoredWithTheStateOrNotAtAll() {
    settle(41);

    assertThatThrownBy(
            () ->
                positions.settle(
                    List.of(recordAt(77)),
                    () -> {
                      throw new IllegalStateException("the state was not stored");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(goesOnAt()).isEqualTo(42);
  }

  private void settle(long offset) {
    assertThat(positions.settle(List.of(recordAt(offset - 1), recordAt(offset)), () -> 2))
        .isEqualTo(2);
  }

  private static ConsumerRecord<byte[], byte[]> recordAt(long offset) {
    return new ConsumerRecord<>("orders", 0, offset, new byte[0], new byte[0]);
  }

  private void committedInKafka(long offset) {
    consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(offset)));
  }

  private long goesOnAt() {
    positions.onPartitionsAssigned(consumer, List.of(PARTITION));
    return consumer.position(PARTITION);
  }
}
