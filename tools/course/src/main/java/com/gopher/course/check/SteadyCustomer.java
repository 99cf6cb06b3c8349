package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Orders a book ten times a second until it is closed, and notes when. */
final class SteadyCustomer implements AutoCloseable {

  private static final long PAUSE_MILLIS = 100;

  /**
   * @param answer of the shop
   * @param asked when, as {@link System#nanoTime} says it
   * @param answered the same of the answer
   */
  record Placed(ShopClient.Answer answer, long asked, long answered) {

    String id() {
      return answer.body().at("/id").asString("");
    }
  }

  private final ShopClient client;
  private final String customer;
  private final List<Placed> placed = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::order, "a customer of the check");

  SteadyCustomer(ShopClient client) throws Failed, InterruptedException {
    this.client = client;
    this.customer = client.register("Ada Gopher");
    thread.setDaemon(true);
    thread.start();
  }

  private void order() {
    try {
      while (true) {
        long asked = System.nanoTime();
        ShopClient.Answer answer = client.place(customer);
        placed.add(new Placed(answer, asked, System.nanoTime()));
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException isClosed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when this many more have been answered that were asked for from now on. */
  void awaitMore(int orders) throws InterruptedException {
    long now = System.nanoTime();
    Patience.await(
        () ->
            placed.stream().filter(it -> it.asked() - now > 0).count() >= orders ? TRUE : NOT_YET);
  }

  /** Orders no more, and returns what was ordered. */
  List<Placed> stop() throws InterruptedException {
    close();
    thread.join();
    return List.copyOf(placed);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
