package com.gopher.course.check;

import java.nio.file.Path;
import java.util.Optional;

/** The same journey in the city: the tracker ships, and Kafka is between the two. */
final class CityJourneyCheck implements Check {

  @Override
  public String subject() {
    return "the journey of an order in the city, with the tracker";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    Path data = subject.work().resolve("city-journey");
    try (RunningCity city = RunningCity.start(subject, data)) {
      try {
        Journey.travel(new ShopClient(city.shop().url()));
        theTrackerHasShipped(city.tracker());
        return Optional.empty();
      } catch (Failed e) {
        return Optional.of(e.failure().withLog(city.log()));
      }
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  /** Otherwise it was the journey in the castle, with a tracker that looks on. */
  private static void theTrackerHasShipped(RunningTracker tracker)
      throws Failed, InterruptedException {
    String parcels = tracker.asAdministrator("SELECT COUNT(*) FROM tracker.shipment").get(0).get(0);
    if (parcels.equals("0")) {
      throw new Failed(
          new Failure(
              "With shop.delivery=extracted the tracker ships what is ordered.",
              "The orders arrived, and the tracker knows nothing of them: the shop has shipped them itself.",
              "monolith/src/main/java/com/gophershop/order/FulfillmentPolicy.java",
              "Choose the decider of a new order by the mode, DeliveryMode.",
              ""));
    }
  }
}
