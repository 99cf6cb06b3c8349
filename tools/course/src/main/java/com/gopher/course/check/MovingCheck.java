package com.gopher.course.check;

import java.util.Optional;

/**
 * Orders that are placed before, during and after a change of who ships all arrive, each shipped
 * once, by the side whose mark it bears; and so do those of the way back.
 */
final class MovingCheck implements Check {

  @Override
  public String subject() {
    return "orders before, during and after a change of who ships, and the way back";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    String kafka = subject.broker().emptiedForACity();
    try (Move move = Move.begin(subject, kafka, subject.work().resolve("moving"))) {
      String before = move.orderInFlight(Mode.IN_PROCESS);
      String during = move.extractedWhileItIsInFlight(before);
      if (!move.backWhileItIsInFlight(during)) {
        move.extractedUntilItHasArrived(during);
        move.backWhenAllHaveArrived();
      }
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }
}
