package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.PersistenceTypes;
import com.gopher.ownership.owner.StoredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/** Reads what annotations carry: tables, sequences, SQL, and the names of beans and properties. */
final class AnnotationReader {

  private static final List<String> FOR_PEOPLE =
      List.of(
          "io/swagger/",
          "kotlin/",
          "org/springframework/kafka/",
          "org/springframework/web/",
          "org/junit/",
          "com/fasterxml/",
          "tools/jackson/",
          "jakarta/validation/",
          "java/lang/",
          "org/springframework/messaging/",
          "org/springframework/scheduling/",
          "org/springdoc/",
          "io/micrometer/",
          "org/jspecify/",
          "picocli/",
          "org/springframework/modulith/");
  private static final Set<String> BEANS = Set.of("Qualifier", "Named", "Resource");
  private static final Set<String> UNITS =
      Set.of(
          "Transactional",
          "PersistenceContext",
          "PersistenceUnit",
          "ApplicationModuleListener",
          "Sql",
          "SqlConfig");

  private final Codebase code;
  private final Modules modules;
  private final StoredTypes stored;
  private final Scripts scripts;
  private final MappingNotes mapping;
  private final QueryNotes queries;
  private final Mentions mentions;

  AnnotationReader(
      Codebase code, Modules modules, StoredTypes stored, Scripts scripts, Mentions mentions) {
    this.stored = stored;
    this.code = code;
    this.modules = modules;
    this.mapping = new MappingNotes(mentions);
    this.queries = new QueryNotes(code, mentions);
    this.scripts = scripts;
    this.mentions = mentions;
  }

  void read(CodeClass type, String module) {
    for (Noted noted : type.notes()) {
      Place place = Place.in(module, type, noted.member(), noted.line());
      for (Note note : code.withMeta(noted.note())) {
        List<Note> all = new ArrayList<>(note.nested());
        all.add(note);
        all.forEach(each -> readOne(each, place, type));
      }
    }
  }

  private void readOne(Note note, Place place, CodeClass type) {
    if (FOR_PEOPLE.stream().anyMatch(note.type()::startsWith)) {
      if (note.type().startsWith("org/springframework/modulith/")) {
        units(note, place);
      }
      return;
    }
    if (PersistenceTypes.isMapping(note.type())) {
      note.types().forEach(part -> part(part, place));
    }
    String name = note.simpleName();
    if (mapping.read(note, place)) {
      // It was a mapping, and its names have been read.
    } else if (name.equals("Sql")) {
      sql(note, place);
    } else if (name.equals("Procedure") || name.equals("NamedStoredProcedureQuery")) {
      queries.procedure(note, place);
    } else if (name.equals("Value") && note.type().startsWith("org/springframework/")) {
      property(note, place);
    } else if (name.equals("ConfigurationProperties")) {
      credential(note.text("prefix") + note.text("value"), place, false);
    } else if (BEANS.contains(name)) {
      credential(note.text("value") + note.text("name"), place, false);
    } else if (name.startsWith("Enable")
        || name.equals("EntityScan")
        || name.equals("ComponentScan")) {
      scan(note, place);
    } else {
      queries.read(note, place, type);
    }
    if (UNITS.contains(name)) {
      units(note, place);
    }
  }

  /** Another module's entity is made with this part of a mapping. */
  private void part(Type named, Place place) {
    StoredTypes.Stored part =
        named.getSort() == Type.OBJECT ? stored.findOfferedPart(named.getInternalName()) : null;
    if (part != null && modules.isModule(place.module())) {
      mentions.add(
          new Mention.StoredType(
              place, part.type(), part.module(), part.what(), part.table(), part.certain()));
    }
  }

  private void sql(Note note, Place place) {
    note.texts("statements").forEach(text -> mentions.text(place, text, Context.sql()));
    List<String> named = new ArrayList<>(note.texts("value"));
    named.addAll(note.texts("scripts"));
    named.forEach(script -> scripts.runBy(place, script));
  }

  private void property(Note note, Place place) {
    for (String text : note.texts("value")) {
      if (text.contains("${")) {
        credential(text.substring(text.indexOf("${") + 2).replaceAll("[:}].*", ""), place, false);
      } else if (text.contains("@")) {
        credential(text, place, false);
      }
    }
  }

  private void units(Note note, Place place) {
    for (String attribute :
        List.of("value", "transactionManager", "unitName", "name", "dataSource")) {
      for (String text : note.texts(attribute)) {
        credential(text, place, !note.is("Sql"));
      }
    }
  }

  /**
   * Scanning another module's package for entities or repositories opens its tables to this one.
   */
  private void scan(Note note, Place place) {
    for (String attribute : List.of("value", "basePackages")) {
      for (String text : note.texts(attribute)) {
        String owner = modules.ofClass(text.replace('.', '/') + "/X");
        if (modules.isModule(owner)
            && modules.isModule(place.module())
            && !owner.equals(place.module())) {
          report(place, owner, text);
        }
      }
    }
    for (String attribute :
        List.of(
            "transactionManagerRef",
            "entityManagerFactoryRef",
            "jdbcOperationsRef",
            "dataSourceRef")) {
      credential(note.text(attribute), place, true);
    }
    for (Object value : note.values().values()) {
      if (value instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof Type scanned && modules.isModule(place.module())) {
            String owner = modules.ofClass(scanned.getInternalName());
            if (modules.isModule(owner) && !owner.equals(place.module())) {
              report(place, owner, scanned.getClassName());
            }
          }
        }
      }
    }
  }

  private void credential(String name, Place place, boolean access) {
    if (!name.isEmpty()) {
      mentions.add(new Mention.Access(place, name, access, ">>" + name + "<<"));
    }
  }

  private void report(Place place, String owner, String name) {
    mentions.add(
        new Mention.Crossing(
            place,
            Rule.CONFIG,
            owner,
            name,
            ">>" + name + "<<",
            "'" + name + "' names module '" + owner + "'"));
  }
}
