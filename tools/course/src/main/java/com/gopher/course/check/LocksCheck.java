package com.gopher.course.check;

import java.util.Optional;

/** The database itself refuses each module the tables of each other one. */
final class LocksCheck implements Check {

  @Override
  public String subject() {
    return "what the database refuses, for each pair of modules";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    try (RunningShop shop = RunningShop.start(subject, subject.work().resolve("locks"))) {
      for (ShopModule asking : ShopModule.ALL) {
        for (ShopModule owner : ShopModule.ALL) {
          Optional<Failure> failure = probe(shop, asking, owner);
          if (failure.isPresent()) {
            return failure;
          }
        }
      }
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  private static Optional<Failure> probe(RunningShop shop, ShopModule asking, ShopModule owner)
      throws InterruptedException {
    String sql = "SELECT COUNT(*) FROM " + owner.qualified();
    Optional<String> refusal = shop.asModule(asking.name(), sql);
    boolean own = asking.equals(owner);
    if (own && refusal.isPresent()) {
      return Optional.of(
          new Failure(
              "The module " + asking.name() + " may read its own table " + owner.qualified() + ".",
              "The database refused it.",
              asking.packageInfo(),
              "Say there which schema the module owns: @OwnsSchema(\"" + asking.schema() + "\").",
              refusal.get()));
    }
    if (!own && refusal.isEmpty()) {
      return Optional.of(
          new Failure(
              "The database refuses %s the tables of %s.".formatted(asking.name(), owner.name()),
              "In a transaction of %s, %s was answered.".formatted(asking.name(), sql),
              owner.packageInfo(),
              "Say on each package-info.java which schema the module owns, and switch the module logins on in GopherShop.",
              shop.log()));
    }
    if (!own && !isForLackOfRights(refusal.get())) {
      return Optional.of(
          new Failure(
              "The database refuses %s the tables of %s for lack of rights."
                  .formatted(asking.name(), owner.name()),
              "It failed for another reason.",
              null,
              "What it said is below.",
              refusal.get()));
    }
    return Optional.empty();
  }

  private static boolean isForLackOfRights(String refusal) {
    return refusal.contains("Not enough rights") || refusal.contains("90096");
  }
}
