package com.gopher.ownership.read;

import com.gopher.ownership.Rule;
import com.gopher.ownership.Severity;
import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Reference;
import com.gopher.ownership.judge.Judge;
import com.gopher.ownership.judge.Place;

/** Reports each use of another module's stored types, wherever bytecode names one. */
final class TypeReader {

  private final DataTypes stored;
  private final Judge judge;

  TypeReader(DataTypes stored, Judge judge) {
    this.stored = stored;
    this.judge = judge;
  }

  void read(CodeClass type, String module) {
    for (Reference reference : type.references()) {
      DataTypes.Stored target = stored.find(reference.target());
      if (target != null && !target.module().equals(module)) {
        Place place = Place.in(module, type, reference.member(), reference.line());
        String name = target.type().simpleName();
        String why =
            name
                + " is a"
                + (target.what().startsWith("e") ? "n " : " ")
                + target.what()
                + " of module '"
                + target.module()
                + "' ("
                + target.type().packageName()
                + ")";
        judge.direct(
            place,
            Rule.TYPES,
            target.certain() ? Severity.CERTAIN : Severity.POSSIBLE,
            target.module(),
            target.table(),
            "uses >>" + target.type().javaName() + "<<",
            why);
      }
    }
  }
}
