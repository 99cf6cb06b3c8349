package com.gopher.lab.faults;

import com.gopher.lab.faults.Violation.Kind;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The shop announces what it has never announced, and does not come to its end at once. */
final class BackfillFaults {

  private static final String NAME = "killed-in-backfill";
  private static final String ENDPOINT = "backfill";
  private static final List<String> VICTIMS = List.of(City.SHOP, City.KAFKA);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** So long it takes, when it is not hindered, once it has begun. */
  private static final int SECONDS = 3;

  private static final long LATEST_KILL_MILLIS = 1_500;

  private BackfillFaults() {}

  static List<Fault> all() {
    CityConfig config = CityConfig.plain().judgedBy(Topics.WITH_GAPS);
    return List.of(
        new Fault(
            NAME,
            config,
            city -> strike(city, VICTIMS.get(city.random().nextInt(VICTIMS.size()))),
            new Fault.Control(
                // A broker that is killed takes nothing of what the shop has not stored yet.
                Fault.of(
                    NAME,
                    config.harming(City.SHOP, "noted-before-stored"),
                    city -> strike(city, City.SHOP)),
                "the one transaction that stores and notes, with a note before what is stored",
                Kind.LOST)));
  }

  /** What is killed is the seed's choice, and when. */
  private static FaultResult strike(CityUnderTest city, String victim) throws Exception {
    var mode = new ModeSwitch(city, Delivery.EXTRACTED);
    mode.change(Delivery.IN_PROCESS);
    await(city, "delivery", state -> state.path("openOrders").path("tracker").asLong() == 0);
    city.road(false);
    city.kill(City.SHOP);
    city.bringUp();
    city.pause(city.between(2_500, 3_500));
    city.road(true);
    city.kill(City.SHOP);
    city.bringUp();
    long behind = backfill(city).path("left").asLong();
    start(city, behind);
    await(city, ENDPOINT, state -> state.path("done").asLong() > 0);
    Duration moment = city.between(0, LATEST_KILL_MILLIS);
    city.pause(moment);
    JsonNode before = backfill(city);
    city.kill(victim);
    Instant relieved = Instant.now();
    city.bringUp();
    String after = backfill(city).path("state").asString();
    start(city, behind);
    boolean ended = await(city, ENDPOINT, state -> state.path("left").asLong() == 0);
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                ended && before.path("state").asString().equals("running"),
                "%s orders were not announced; the %s was killed %s ms after the first of them was, when there were %s; then the backfill was %s",
                behind,
                victim.equals(City.KAFKA) ? "broker" : victim,
                moment.toMillis(),
                before.path("done").asLong(),
                after),
        seen -> Stream.concat(mode.modes().violations(seen).stream(), unknown(seen)).toList());
  }

  private static void start(CityUnderTest city, long behind) throws IOException {
    city.tellShop(ENDPOINT, "{\"rate\":\"%s\"}".formatted(Math.max(5, behind / SECONDS)));
  }

  private static JsonNode backfill(CityUnderTest city) throws IOException {
    return city.askShop(ENDPOINT);
  }

  private static boolean await(CityUnderTest city, String endpoint, Truth truth)
      throws InterruptedException {
    return Waiting.until(PATIENCE, () -> truth.of(city.askShop(endpoint)));
  }

  @FunctionalInterface
  private interface Truth {
    boolean of(JsonNode state);
  }

  /** Whoever decides about an order, the tracker knows it and what became of it. */
  private static Stream<Violation> unknown(Observed seen) {
    return seen.accepted().stream()
        .filter(
            id ->
                !seen.shipments().containsKey(id)
                    || !seen.shipments().get(id).status().equals(seen.orders().get(id)))
        .map(id -> new Violation(Kind.LOST, id, "is not known to the tracker as it is"));
  }
}
