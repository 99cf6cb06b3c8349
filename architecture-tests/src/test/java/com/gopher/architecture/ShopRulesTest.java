package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.architecture.samples.billing.InvoicesByJoin;
import com.gopher.architecture.samples.delivery.ParcelQueue;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShopRulesTest {

  private static final JavaClasses SHOP =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "com.gophershop",
              "com.gopher.http",
              "com.gopher.inbound",
              "com.gopher.failfast",
              "com.gopher.database",
              "com.gopher.outbox",
              "com.gopher.publications",
              "com.gopher.secret");

  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackagesOf(InvoicesByJoin.class, ParcelQueue.class);

  /** Each rule with what its control, one of the samples, must be reported for. */
  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(ShopRules.NOTHING_REFERS_TO_DELIVERY, "ParcelQueue"),
        Arguments.of(ShopRules.WHAT_MODULES_STAND_ON_KNOWS_NO_SHOP, "com.gophershop.Money"),
        Arguments.of(ShopRules.NO_TRANSACTION_HIDES_INSIDE_ANOTHER, "uses REQUIRES_NEW"),
        Arguments.of(ShopRules.EVERY_LISTENER_HAS_AN_ID, "has no id"),
        Arguments.of(ShopRules.NO_LISTENER_RETURNS_A_FUTURE, "java.util.concurrent.Future"),
        Arguments.of(ShopRules.WHAT_COMPLETES_IS_A_TRANSACTION, "InvoicesByJoin.count"),
        Arguments.of(ShopRules.EVENTS_ARE_RECORDS, "listens to java.lang.StringBuilder"),
        Arguments.of(ShopRules.REPOSITORIES_STAY_IN_THEIR_MODULE, "ParcelQueue"),
        Arguments.of(ShopRules.DEPENDENCIES_COME_BY_CONSTRUCTOR, "Autowired"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theShopObeys(ArchRule rule) {
    rule.check(SHOP);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleCanFail(ArchRule rule, String reportedFor) {
    EvaluationResult result = rule.evaluate(VIOLATIONS);

    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().toString()).contains(reportedFor);
  }
}
