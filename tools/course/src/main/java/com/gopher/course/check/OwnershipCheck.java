package com.gopher.course.check;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.report.Report;
import java.util.Optional;

/** No module's code reaches for a table that another module owns. */
final class OwnershipCheck implements Check {

  @Override
  public String subject() {
    return "the SQL of each module, against who owns which table";
  }

  @Override
  public Optional<Failure> run(Subject subject) {
    Report report =
        DataOwnership.of(subject.shop().classes()).basePackage("com.gophershop").inspect();
    if (report.isClean()) {
      return Optional.empty();
    }
    Finding first = report.findings().get(0);
    return Optional.of(
        new Failure(
            "Each module reads and writes its own tables, and asks the owner for the rest.",
            first.message().lines().findFirst().orElseThrow(),
            SourcePlace.inRules(first.message()),
            "Ask the module that owns the data, through one of its public classes, before you open a transaction of your own.",
            report.text()));
  }
}
