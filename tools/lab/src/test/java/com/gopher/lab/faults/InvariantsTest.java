package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.faults.Observed.Invoice;
import com.gopher.lab.faults.Observed.Parcel;
import com.gopher.lab.faults.Observed.Step;
import com.gopher.lab.faults.Violation.Kind;
import com.gopher.lab.topic.TopicRecord;
import com.gopher.lab.topic.TopicRecord.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looking finds nothing in a good city, and each kind of damage in a bad one. */
class InvariantsTest {

  private static final String A = "order-a";
  private static final String B = "order-b";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Set<String> accepted = new HashSet<>(Set.of(A, B));
  private final Set<String> surprises = new HashSet<>();
  private final Map<String, String> orders = new HashMap<>(Map.of(A, "DELIVERED", B, "CANCELLED"));
  private final List<Invoice> invoices =
      new ArrayList<>(List.of(new Invoice(A, false), new Invoice(B, true)));
  private final Map<String, Parcel> parcels = new HashMap<>();
  private final Map<String, Parcel> shipments = new HashMap<>();
  private final List<TopicRecord> ordersTopic = new ArrayList<>();
  private final List<TopicRecord> shipmentsTopic = new ArrayList<>();
  private final List<TopicRecord> deadLetters = new ArrayList<>();
  private final Set<Content> poison = new HashSet<>();
  private boolean inOrder = true;
  private Topics topics = Topics.WHOLE;

  InvariantsTest() {
    for (Map<String, Parcel> side : List.of(parcels, shipments)) {
      side.put(A, parcel("PREPARING", "SHIPPED", "DELIVERED"));
      side.put(B, parcel("PREPARING", "CANCELLED"));
    }
    tell(ordersTopic, A, "PLACED", "SHIPPED", "DELIVERED");
    tell(ordersTopic, B, "PLACED", "CANCELLING", "CANCELLED");
    tell(shipmentsTopic, A, "PREPARING", "SHIPPED", "DELIVERED");
    tell(shipmentsTopic, B, "PREPARING", "CANCELLED");
  }

  @Test
  void aGoodCityHasNoViolations() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void repeatedRecordsAreAllowed() {
    ordersTopic.add(ordersTopic.get(0));
    shipmentsTopic.add(shipmentsTopic.get(1));
    assertThat(violations()).isEmpty();
  }

  @Test
  void anAcceptedOrderThatIsGoneIsLost() {
    orders.remove(A);
    assertFound(Kind.LOST, "is gone");
  }

  @Test
  void anOrderThatNeverArrivesIsLost() {
    orders.put(A, "SHIPPED");
    assertFound(
        Kind.LOST,
        "came no further than SHIPPED; its parcel is DELIVERED at the tracker and DELIVERED in the shop");
  }

  @Test
  void anOrderWithoutAShipmentIsLost() {
    shipments.remove(A);
    assertFound(Kind.LOST, "the tracker has no shipment");
  }

  @Test
  void aCancelledOrderThatShippedIsDisordered() {
    shipments.put(B, parcel("PREPARING", "SHIPPED", "DELIVERED"));
    assertFound(Kind.DISORDERED, "is CANCELLED and its shipment DELIVERED");
  }

  @Test
  void aHistoryThatShopAndTrackerTellDifferentlyIsDisordered() {
    parcels.put(A, parcel("PREPARING", "DELIVERED"));
    assertFound(Kind.DISORDERED, "one history in the shop and another in the tracker");
  }

  @Test
  void anEntryThatIsTwiceInAHistoryIsDuplicated() {
    shipments.put(A, parcel("PREPARING", "SHIPPED", "SHIPPED", "DELIVERED"));
    assertFound(Kind.DUPLICATED, "history entries twice in the tracker");
  }

  @Test
  void anOrderThatNobodyWasPromisedIsDuplicated() {
    orders.put("stranger", "DELIVERED");
    assertFound(Kind.DUPLICATED, "nobody was promised");
  }

  @Test
  void aShipmentThatNobodyOrderedIsDuplicated() {
    tell(shipmentsTopic, "stranger", "PREPARING");
    assertFound(Kind.DUPLICATED, "nobody ordered");
  }

  @Test
  void anOrderWithoutAnInvoiceIsLost() {
    invoices.remove(0);
    assertFound(Kind.LOST, "has no invoice");
  }

  @Test
  void aSecondInvoiceIsDuplicated() {
    invoices.add(new Invoice(A, false));
    assertFound(Kind.DUPLICATED, "2 invoices");
  }

  @Test
  void aCancelledOrderWithoutACreditNoteIsLost() {
    invoices.set(1, new Invoice(B, false));
    assertFound(Kind.LOST, "no credit note");
  }

  @Test
  void aCreditNoteForAnOrderThatArrivedIsDuplicated() {
    invoices.set(0, new Invoice(A, true));
    assertFound(Kind.DUPLICATED, "has a credit note and arrived");
  }

  @Test
  void twoDifferentRecordsOfOneSequenceAreAnEffectThatCameTwice() {
    shipmentsTopic.add(record("shipments", A, 2, "SHIPPED", NOON.plusSeconds(60)));
    assertFound(Kind.DUPLICATED, "two different records of sequence 2");
  }

  @Test
  void aSequenceThatComesForTheFirstTimeAfterALaterOneIsDisordered() {
    TopicRecord first = ordersTopic.remove(0);
    ordersTopic.add(first);
    assertFound(Kind.DISORDERED, "has sequence 1 after 3");
  }

  @Test
  void thatIsNoViolationWhereTheTopicsAreOutOfOrderOnPurpose() {
    TopicRecord first = ordersTopic.remove(0);
    ordersTopic.add(first);
    inOrder = false;
    assertThat(violations()).isEmpty();
  }

  @Test
  void aStateThatGoesBackIsDisordered() {
    ordersTopic.add(record("orders", A, 4, "PLACED", NOON));
    assertFound(Kind.DISORDERED, "went [PLACED, SHIPPED, DELIVERED, PLACED]");
  }

  @Test
  void aChangeThatNoRecordTellsOfIsLost() {
    ordersTopic.remove(1);
    assertFound(Kind.LOST, "changed 3 times, and 2 records say so");
  }

  @Test
  void whereSomeCouldNotBeToldTheLastOneIsMissedAllTheSame() {
    topics = Topics.WITH_GAPS;
    ordersTopic.remove(1);
    assertThat(violations()).isEmpty();

    ordersTopic.removeIf(it -> A.equals(it.key()));
    assertFound(Kind.LOST, "is DELIVERED, and no record says so");
  }

  @Test
  void anOutcomeThatNoRecordTellsOfIsLost() {
    shipmentsTopic.remove(2);
    assertFound(Kind.LOST, "is DELIVERED, and no record says so");
  }

  @Test
  void aSecondParcelIsDuplicated() {
    TopicRecord record = shipmentsTopic.get(2);
    shipmentsTopic.set(
        2, TopicRecord.of(record.topic(), 0, 2, NOON, A, record.payload().replace("GT-1", "GT-2")));
    assertFound(Kind.DUPLICATED, "has several parcels");
  }

  @Test
  void poisonInTheDeadLettersIsWhereItBelongs() {
    poison.add(new Content(null, "no JSON"));
    TopicRecord poisoned = TopicRecord.of("orders", 0, 9, NOON, null, "no JSON");
    ordersTopic.add(poisoned);
    shipmentsTopic.add(poisoned);
    deadLetters.add(poisoned);
    assertThat(violations()).isEmpty();
  }

  @Test
  void poisonThatIsNotAmongTheDeadLettersIsLost() {
    poison.add(new Content("x", "no JSON"));
    assertFound(Kind.LOST, "is poison and not among the dead letters");
  }

  @Test
  void aGoodRecordAmongTheDeadLettersIsLost() {
    deadLetters.add(ordersTopic.get(0));
    assertFound(Kind.LOST, "is no poison");
  }

  @Test
  void anAnswerThatNoCustomerShouldSeeIsLost() {
    surprises.add("an order was answered 422");
    assertFound(Kind.LOST, "422");
  }

  @Test
  void whatTheShopDecidesAboutIsNotLookedForAtTheTracker() {
    aIsTheShops();
    assertThat(violations()).isEmpty();
  }

  /** It may know of it; but it may not have done anything about it. */
  @Test
  void whatTheTrackerKnowsOfTheShopsOrdersIsNoShipment() {
    aIsTheShops();
    shipments.put(A, parcel("DELIVERED"));
    assertThat(violations()).isEmpty();
  }

  @Test
  void anOrderOfTheShopWithoutAParcelIsLost() {
    aIsTheShops();
    parcels.remove(A);
    assertFound(Kind.LOST, "the shop has no shipment");
  }

  @Test
  void anOrderOfTheShopThatTheTrackerShippedAsWellIsDuplicated() {
    aIsTheShops();
    tell(shipmentsTopic, A, "PREPARING");
    assertFound(Kind.DUPLICATED, "the tracker has a parcel for it as well");
  }

  @Test
  void anOrderWithTwoDecidersIsDuplicated() {
    aIsTheShops();
    ordersTopic.add(decided(A, 4, "DELIVERED", "tracker"));
    assertFound(Kind.DUPLICATED, "decided about by shop and tracker");
  }

  @Test
  void anOrderWithAParcelOnEachSideIsDuplicated() {
    parcels.put(A, new Parcel("GT-2", "DELIVERED", parcels.get(A).history()));
    assertFound(Kind.DUPLICATED, "one parcel in the shop and another in the tracker");
  }

  private void aIsTheShops() {
    ordersTopic.replaceAll(
        it -> A.equals(it.key()) ? decided(A, it.sequence(), it.status(), "shop") : it);
    shipmentsTopic.removeIf(it -> A.equals(it.key()));
    shipments.remove(A);
  }

  private static TopicRecord decided(String order, long sequence, String status, String decider) {
    return TopicRecord.of(
        "topic",
        0,
        0,
        NOON,
        order,
        """
        {"sequence":%s,"status":"%s","decider":"%s"}"""
            .formatted(sequence, status, decider));
  }

  private void assertFound(Kind kind, String what) {
    assertThat(violations())
        .anySatisfy(
            violation -> {
              assertThat(violation.kind()).isEqualTo(kind);
              assertThat(violation.what()).contains(what);
            });
  }

  private List<Violation> violations() {
    return Invariants.of(
        new Observed(
            accepted,
            surprises,
            orders,
            invoices,
            parcels,
            shipments,
            ordersTopic,
            shipmentsTopic,
            deadLetters,
            poison,
            0,
            0),
        inOrder,
        topics);
  }

  private static Parcel parcel(String... states) {
    return new Parcel(
        "GT-1",
        states[states.length - 1],
        List.of(states).stream().map(state -> new Step(state, NOON)).toList());
  }

  private static void tell(List<TopicRecord> topic, String order, String... states) {
    for (int i = 0; i < states.length; i++) {
      topic.add(record("topic", order, i + 1, states[i], NOON.plusSeconds(i)));
    }
  }

  private static TopicRecord record(
      String topic, String order, long sequence, String status, Instant at) {
    return TopicRecord.of(
        topic,
        0,
        0,
        at,
        order,
        """
        {"sequence":%d,"status":"%s","trackingNumber":"GT-1","history":[{"at":"%s"}]}"""
            .formatted(sequence, status, at));
  }
}
