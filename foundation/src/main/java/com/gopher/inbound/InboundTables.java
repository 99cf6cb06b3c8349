package com.gopher.inbound;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is known of the topics and how far they are read, and all SQL about it. Joins whatever
 * transaction its caller has opened.
 */
final class InboundTables {

  private final JdbcClient jdbc;
  private final String schema;

  InboundTables(JdbcClient jdbc, String schema) {
    this.jdbc = jdbc;
    this.schema = schema;
  }

  /** By name. */
  Map<String, KnownTopic> topics() {
    Map<String, KnownTopic> known = new HashMap<>();
    sql("SELECT topic, cluster_id, topic_id FROM %s.inbound_topic")
        .query(
            row -> {
              known.put(
                  row.getString("topic"),
                  new KnownTopic(row.getString("cluster_id"), row.getString("topic_id")));
            });
    return known;
  }

  void remember(String name, KnownTopic topic) {
    int changed =
        sql("""
                UPDATE %s.inbound_topic
                SET cluster_id = :cluster, topic_id = :id
                WHERE topic = :name
                """)
            .param("name", name)
            .param("cluster", topic.clusterId())
            .param("id", topic.topicId())
            .update();
    if (changed == 0) {
      sql("""
              INSERT INTO %s.inbound_topic (topic, cluster_id, topic_id)
              VALUES (:name, :cluster, :id)
              """)
          .param("name", name)
          .param("cluster", topic.clusterId())
          .param("id", topic.topicId())
          .update();
    }
  }

  /** The offsets of the records to be read next, by partition; one never read is missing. */
  Map<Integer, Long> positions(String topicId) {
    Map<Integer, Long> positions = new HashMap<>();
    sql("""
            SELECT partition_number, next_offset
            FROM %s.inbound_position
            WHERE topic_id = :topic
            """)
        .param("topic", topicId)
        .query(
            row -> {
              positions.put(row.getInt("partition_number"), row.getLong("next_offset"));
            });
    return positions;
  }

  void advance(String topicId, int partition, long nextOffset) {
    int changed =
        sql("""
                UPDATE %s.inbound_position
                SET next_offset = :next
                WHERE topic_id = :topic
                AND partition_number = :partition
                """)
            .param("topic", topicId)
            .param("partition", partition)
            .param("next", nextOffset)
            .update();
    if (changed == 0) {
      sql("""
              INSERT INTO %s.inbound_position (topic_id, partition_number, next_offset)
              VALUES (:topic, :partition, :next)
              """)
          .param("topic", topicId)
          .param("partition", partition)
          .param("next", nextOffset)
          .update();
    }
  }

  private JdbcClient.StatementSpec sql(String template) {
    return jdbc.sql(String.format(Locale.ROOT, template, schema));
  }
}
