package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Reference;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.StoredTypes;

/** Reads each use of another module's stored types, wherever bytecode names one. */
final class TypeReader {

  private final StoredTypes stored;
  private final Modules modules;
  private final Mentions mentions;

  TypeReader(StoredTypes stored, Modules modules, Mentions mentions) {
    this.modules = modules;
    this.stored = stored;
    this.mentions = mentions;
  }

  void read(CodeClass type, String module) {
    for (Reference reference : type.references()) {
      StoredTypes.Stored target = stored.find(reference.target());
      boolean own =
          target == null
              || target.module().equals(module)
              || modules.of(target.type()).equals(module);
      if (!own) {
        mentions.add(
            new Mention.StoredType(
                Place.in(module, type, reference.member(), reference.line()),
                target.type(),
                target.module(),
                target.what(),
                target.table(),
                target.certain()));
      }
    }
  }
}
