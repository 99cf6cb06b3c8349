package com.gopher.course.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the check writes into {@code shop.orders}. An order has a partition to itself wherever it
 * matters in which order its records are read; each partition has a record that nobody can read.
 */
final class OrderLetters {

  private final List<OrderRecord> first;
  private final List<OrderRecord> behindThePoison;
  private final List<OrderRecord> last;
  private final OrderRecord overtaken = OrderRecord.placed(3);
  private final OrderRecord twice = OrderRecord.placed(4);
  private final OrderRecord shops = OrderRecord.placed(5).decidedByTheShop();
  private final OrderRecord backfilled = OrderRecord.placed(5).decidedByTheShop().delivered();
  private final List<ProducerRecord<byte[], byte[]>> poison;

  /**
   * @param partitions that the topic has, at least six
   */
  OrderLetters(int partitions) {
    this.first = oneInEach(partitions);
    this.behindThePoison = oneInEach(partitions);
    this.last = oneInEach(partitions);
    this.poison = poison(partitions);
  }

  private static List<OrderRecord> oneInEach(int partitions) {
    return IntStream.range(0, partitions).mapToObj(OrderRecord::placed).toList();
  }

  /** Orders as they are placed, one in each partition. */
  List<OrderRecord> first() {
    return first;
  }

  /** The first of them, that its customer cancels at once. */
  OrderRecord regretted() {
    return first.get(0);
  }

  /** One whose cancellation arrives together with a repetition of what was before it. */
  OrderRecord repeated() {
    return first.get(1);
  }

  /** The same, of a shop whose clock was an hour behind when it wrote the cancellation. */
  OrderRecord lateClock() {
    return first.get(2);
  }

  /** One whose cancellation arrives before the order. */
  OrderRecord overtaken() {
    return overtaken;
  }

  OrderRecord shops() {
    return shops;
  }

  /** Those of the shop: one that was just placed, and one that a backfill tells of. */
  List<OrderRecord> followed() {
    return List.of(shops, backfilled);
  }

  List<OrderRecord> behindThePoison() {
    return behindThePoison;
  }

  /** Orders behind everything else: when they have parcels, all of it was read. */
  List<OrderRecord> last() {
    return last;
  }

  /** What waits for a tracker that was away. */
  List<ProducerRecord<byte[], byte[]>> whileItIsAway() {
    return Stream.of(
            kafka(
                List.of(
                    regretted(),
                    repeated().regretted(),
                    repeated(),
                    lateClock().regretted().byALateClock(),
                    lateClock(),
                    overtaken.regretted(),
                    overtaken,
                    twice,
                    twice,
                    shops,
                    backfilled)),
            poison,
            kafka(behindThePoison))
        .flatMap(Collection::stream)
        .toList();
  }

  /** All that can be read, once more, and behind it the last ones. */
  List<ProducerRecord<byte[], byte[]>> onceMore() {
    var again = new ArrayList<>(first);
    again.addAll(
        List.of(
            regretted().regretted(),
            repeated().regretted(),
            lateClock().regretted().byALateClock(),
            overtaken,
            overtaken.regretted(),
            twice,
            shops,
            backfilled));
    again.addAll(behindThePoison);
    again.addAll(last);
    return kafka(again);
  }

  /** Those whose customers wanted them cancelled, in the state in which they have to end. */
  List<OrderRecord> cancelled() {
    return Stream.of(regretted(), repeated(), lateClock(), overtaken)
        .map(OrderRecord::regretted)
        .toList();
  }

  /** The others that have to have a parcel. */
  List<OrderRecord> prepared() {
    return Stream.of(first.subList(3, first.size()), List.of(twice), behindThePoison)
        .flatMap(Collection::stream)
        .toList();
  }

  List<ProducerRecord<byte[], byte[]>> poison() {
    return poison;
  }

  static List<ProducerRecord<byte[], byte[]>> kafka(List<OrderRecord> orders) {
    return orders.stream().map(OrderRecord::toKafka).toList();
  }

  private static List<ProducerRecord<byte[], byte[]>> poison(int partitions) {
    OrderRecord order = OrderRecord.placed(0);
    List<String> unreadable =
        List.of(
            "a child's drawing of a mole",
            order.json().substring(0, 40),
            order.json().replace("\"PLACED\"", "\"DREAMT\""),
            order.json().replace("\"sequence\":1,", ""),
            order.json().replace("\"quantity\":2", "\"quantity\":0"),
            order.json());
    return IntStream.range(0, partitions)
        .mapToObj(it -> poison(it, unreadable.get(it % unreadable.size())))
        .toList();
  }

  /** Of a key that is no order's: even the value that reads well is unreadable with it. */
  private static ProducerRecord<byte[], byte[]> poison(int partition, String value) {
    return new ProducerRecord<>(
        OrderRecord.TOPIC, partition, utf8(UUID.randomUUID().toString()), utf8(value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
