package com.gopher.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.gopher.publications.CompletesPublication;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The rules of the shop's own code that neither the compiler nor Spring Modulith checks. */
final class ShopRules {

  static final ArchRule NOTHING_REFERS_TO_DELIVERY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..delivery..")
          .should()
          .dependOnClassesThat(resideInAPackage("..delivery.."))
          .because("delivery is to move out of the shop, and can only if nobody misses it");

  static final ArchRule WHAT_MODULES_STAND_ON_KNOWS_NO_SHOP =
      noClasses()
          .that()
          .resideInAPackage("com.gopher..")
          .should()
          .dependOnClassesThat(resideInAPackage("com.gophershop.."))
          .because("it must serve any shop, and would otherwise be a door between modules");

  static final ArchRule NO_TRANSACTION_HIDES_INSIDE_ANOTHER =
      noMethods()
          .that(areNotListeners())
          .should(runInANewTransaction())
          .because(
              "a module call inside another module's transaction must be refused by the database;"
                  + " REQUIRES_NEW would let it pass");

  static final ArchRule EVERY_LISTENER_HAS_AN_ID =
      methods()
          .that()
          .areAnnotatedWith(ApplicationModuleListener.class)
          .should(haveAListenerId())
          .because("stored publications name their listener; a renamed method would lose them");

  static final ArchRule NO_LISTENER_RETURNS_A_FUTURE =
      noMethods()
          .that()
          .areMetaAnnotatedWith(TransactionalEventListener.class)
          .or()
          .areAnnotatedWith(TransactionalEventListener.class)
          .should()
          .haveRawReturnType(assignableTo(Future.class))
          .orShould()
          .haveRawReturnType(assignableTo(CompletionStage.class))
          .because("its effect and its completion are one commit, and a future comes after it");

  static final ArchRule WHAT_COMPLETES_IS_A_TRANSACTION =
      methods()
          .that()
          .areAnnotatedWith(CompletesPublication.class)
          .should()
          .beAnnotatedWith(Transactional.class)
          .because("the mark says whose commit completes the publication of a listener");

  static final ArchRule REPOSITORIES_STAY_IN_THEIR_MODULE =
      noClasses()
          .should(useARepositoryOfAnotherModuleThatIsNotItsApi())
          .because("other modules ask through the API at a module's root");

  static final ArchRule EVENTS_ARE_RECORDS =
      methods()
          .that()
          .areAnnotatedWith(ApplicationModuleListener.class)
          .should(listenToARecordOrASealedInterfaceOfRecords())
          .because("an event tells what happened, with ids and plain values only");

  static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR =
      fields()
          .should()
          .notBeAnnotatedWith(Autowired.class)
          .andShould()
          .beFinal()
          .orShould(beTheFlagOfAThread())
          .orShould(beTheStateOfTheRelaysThread())
          .because("an object is complete once it is built");

  private ShopRules() {}

  private static DescribedPredicate<JavaMethod> areNotListeners() {
    return describe(
        "are not listeners", method -> !method.isAnnotatedWith(ApplicationModuleListener.class));
  }

  private static ArchCondition<JavaMethod> runInANewTransaction() {
    return new ArchCondition<>("run in a new transaction") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean found =
            method
                    .tryGetAnnotationOfType(Transactional.class)
                    .filter(it -> it.propagation() == Propagation.REQUIRES_NEW)
                    .isPresent()
                || method
                    .getOwner()
                    .tryGetAnnotationOfType(Transactional.class)
                    .filter(it -> it.propagation() == Propagation.REQUIRES_NEW)
                    .isPresent();
        events.add(
            new SimpleConditionEvent(method, found, method.getFullName() + " uses REQUIRES_NEW"));
      }
    };
  }

  private static ArchCondition<JavaMethod> haveAListenerId() {
    return new ArchCondition<>("have a listener id") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        String id = method.getAnnotationOfType(ApplicationModuleListener.class).id();
        events.add(
            new SimpleConditionEvent(method, !id.isBlank(), method.getFullName() + " has no id"));
      }
    };
  }

  private static ArchCondition<JavaMethod> listenToARecordOrASealedInterfaceOfRecords() {
    return new ArchCondition<>("listen to a record, or to an interface of records") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        JavaClass event = method.getRawParameterTypes().get(0);
        boolean plain =
            event.isRecord()
                || event.isInterface()
                    && event.getAllSubclasses().stream().allMatch(JavaClass::isRecord);
        events.add(
            new SimpleConditionEvent(
                method, plain, method.getFullName() + " listens to " + event.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaClass> useARepositoryOfAnotherModuleThatIsNotItsApi() {
    return new ArchCondition<>("use a repository of another module that is not its API") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
            .filter(it -> it.getTargetClass().isAnnotatedWith(Repository.class))
            .filter(it -> !it.getTargetClass().getPackageName().equals(user.getPackageName()))
            .filter(it -> !isApi(it.getTargetClass()))
            .forEach(it -> events.add(SimpleConditionEvent.satisfied(user, it.getDescription())));
      }
    };
  }

  /** Catalog and Customers are what modules ask; every other repository is its module's secret. */
  private static boolean isApi(JavaClass repository) {
    String name = repository.getFullName();
    return name.equals("com.gophershop.catalog.Catalog")
        || name.equals("com.gophershop.customer.Customers");
  }

  /** No other thread uses them: the relay is what its one thread does, round after round. */
  private static ArchCondition<JavaField> beTheStateOfTheRelaysThread() {
    Set<String> confined =
        Set.of(
            "com.gopher.outbox.RelayThread",
            "com.gopher.outbox.Relay",
            "com.gopher.outbox.Lease",
            "com.gopher.outbox.SendResults");
    return new ArchCondition<>("be the state of the relay's thread") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean state = confined.contains(field.getOwner().getName());
        events.add(new SimpleConditionEvent(field, state, field.getFullName() + " is shared"));
      }
    };
  }

  private static ArchCondition<JavaField> beTheFlagOfAThread() {
    return new ArchCondition<>("be the volatile flag of a thread") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean flag = field.getModifiers().contains(JavaModifier.VOLATILE);
        events.add(new SimpleConditionEvent(field, flag, field.getFullName() + " is mutable"));
      }
    };
  }
}
