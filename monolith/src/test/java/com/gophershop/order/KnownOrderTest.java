package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.tracking.ParcelStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The shop says the same of an order as the tracker, whose test has the same text. */
class KnownOrderTest {

  private static final UUID ID = UUID.fromString("01a2238d-e6f0-78e4-9f67-0c3a52cd127d");
  private static final String NUMBER = "GT-7F3K-92XQ";
  private static final Map<ParcelStatus, Instant> TIMES =
      Map.of(
          ParcelStatus.SHIPPED, Instant.ofEpochMilli(2_000),
          ParcelStatus.PREPARING, Instant.ofEpochMilli(1_000));

  @Test
  void theLineThatIsHashedIsTheTrackers() {
    assertThat(KnownOrder.of(order(Decider.TRACKER, OrderStatus.SHIPPED, 2), NUMBER, TIMES).line())
        .isEqualTo(
            "01a2238d-e6f0-78e4-9f67-0c3a52cd127d tracker SHIPPED GT-7F3K-92XQ 2 {PREPARING=1000, SHIPPED=2000}");
  }

  @Test
  void ofWhatTheShopShipsItselfTheTimesAreLeftOut() {
    assertThat(KnownOrder.of(order(Decider.SHOP, OrderStatus.CANCELLING, 2), NUMBER, TIMES).line())
        .isEqualTo("01a2238d-e6f0-78e4-9f67-0c3a52cd127d shop PREPARING GT-7F3K-92XQ 2 {}");
  }

  @Test
  void aDigestIsOfEachThingThatIsKnown() {
    KnownOrder shipped =
        KnownOrder.of(order(Decider.TRACKER, OrderStatus.SHIPPED, 2), NUMBER, TIMES);
    String digest = digest(shipped);

    assertThat(digest(shipped)).isEqualTo(digest);
    assertThat(
            List.of(
                digest(),
                digest(shipped, shipped),
                digest(KnownOrder.of(order(Decider.SHOP, OrderStatus.SHIPPED, 2), NUMBER, TIMES)),
                digest(
                    KnownOrder.of(order(Decider.TRACKER, OrderStatus.DELIVERED, 2), NUMBER, TIMES)),
                digest(
                    KnownOrder.of(order(Decider.TRACKER, OrderStatus.SHIPPED, 3), NUMBER, TIMES)),
                digest(
                    KnownOrder.of(order(Decider.TRACKER, OrderStatus.SHIPPED, 2), null, Map.of())),
                digest(
                    KnownOrder.of(order(Decider.TRACKER, OrderStatus.SHIPPED, 2), "GT-0", TIMES)),
                digest(
                    KnownOrder.of(
                        order(Decider.TRACKER, OrderStatus.SHIPPED, 2),
                        NUMBER,
                        Map.of(ParcelStatus.PREPARING, Instant.ofEpochMilli(1_000))))))
        .doesNotContain(digest)
        .doesNotHaveDuplicates();
  }

  private static String digest(KnownOrder... orders) {
    return new OrderRange(ID, List.of(orders)).digest();
  }

  private static ComparedOrder order(Decider decider, OrderStatus status, long version) {
    return new ComparedOrder(ID, decider, status, version);
  }
}
