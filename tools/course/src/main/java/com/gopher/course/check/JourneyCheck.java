package com.gopher.course.check;

import java.util.Optional;

/** The journey in the castle, where the shop ships by itself. */
final class JourneyCheck implements Check {

  @Override
  public String subject() {
    return "the journey of an order, from outside";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    try (RunningShop shop = RunningShop.start(subject, subject.work().resolve("journey"))) {
      try {
        Journey.travel(new ShopClient(shop.url()));
        return Optional.empty();
      } catch (Failed e) {
        return Optional.of(e.failure().withLog(shop.log()));
      }
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }
}
