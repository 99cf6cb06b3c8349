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
        return Optional.empty();
      } catch (Failed e) {
        return Optional.of(e.failure().withLog(city.log()));
      }
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }
}
