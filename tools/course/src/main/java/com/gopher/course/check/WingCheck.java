package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import com.gopher.course.state.Tree;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The module that shipped is gone, and a shop that would have to ship by itself does not start. */
final class WingCheck implements Check {

  private static final String CLASSES = "monolith/src/main/java/com/gophershop/delivery/";
  private static final String MIGRATIONS = "monolith/src/main/resources/db/migration/delivery/";
  private static final String GUARD =
      "monolith/src/main/java/com/gophershop/order/FulfillmentGuard.java";
  private static final Set<String> PARCEL = Set.of("PREPARING", "SHIPPED", "DELIVERED");
  private static final Pattern SHIPPER = Pattern.compile("\\bimplements\\b[^{]*\\bFulfillment\\b");

  @Override
  public String subject() {
    return "what is left of the module delivery, and a start without a tracker";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    try {
      refuse(
          subject.files(),
          CLASSES,
          "The classes of the module delivery are gone.",
          "Delete the directory. An empty module would still own a schema, and be one more thing to explain.");
      refuse(
          subject.files(),
          MIGRATIONS,
          "The migrations of the module delivery are gone with it.",
          "Delete them as well: nobody runs them any more. The tables stay in the database, and the migrations in git.");
      doesNotStartByItself(subject);
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  private static void refuse(Tree files, String directory, String expected, String next)
      throws Failed {
    Tree left = files.only(path -> path.startsWith(directory));
    if (!left.paths().isEmpty()) {
      throw new Failed(
          new Failure(
              expected,
              left.paths().size() == 1
                  ? "A file is left."
                  : left.paths().size() + " files are left.",
              left.paths().iterator().next(),
              next,
              String.join("\n", left.paths())));
    }
  }

  private static void doesNotStartByItself(Subject subject) throws Failed, InterruptedException {
    try (RunningShop shop =
        RunningShop.start(subject, subject.work().resolve("wing"), "--shop.delivery=in-process")) {
      var client = new ShopClient(shop.url());
      String order = client.order(client.register("Ada Gopher"));
      boolean prepared =
          Patience.await(() -> PARCEL.contains(client.parcelOf(order)) ? TRUE : NOT_YET);
      throw new Failed(
          new Failure(
              "With shop.delivery=in-process the shop refuses to start: nobody in it ships.",
              prepared
                  ? "It started, and prepares parcels: the module is still there, in another place."
                  : "It started and took an order that nobody will ever ship.",
              whoSaysThatSomebodyShips(subject.files()),
              prepared
                  ? "Delete that class and what it uses, wherever it is now."
                  : "Leave FulfillmentGuard and Fulfillment in order as they were, and let no class implement Fulfillment.",
              shop.log()));
    } catch (Refused e) {
      // As it has to be.
    }
  }

  private static String whoSaysThatSomebodyShips(Tree files) {
    return files.paths().stream()
        .filter(path -> path.startsWith(Program.SHOP.main()) && path.endsWith(".java"))
        .filter(path -> SHIPPER.matcher(files.text(path).orElseThrow()).find())
        .findFirst()
        .orElse(GUARD);
  }
}
