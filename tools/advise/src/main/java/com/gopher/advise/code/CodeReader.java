package com.gopher.advise.code;

import com.gopher.advise.module.SourceTree;
import com.gopher.advise.text.Shareable;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Severity;
import com.gopher.ownership.structure.Link;
import com.gopher.ownership.structure.LinkKind;
import com.gopher.ownership.structure.ModuleSize;
import com.gopher.ownership.structure.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns what the rules library has read into facts about each module. */
public final class CodeReader {

  private static final int PLACES = 20;

  private final Structure structure;
  private final SourceTree sources;
  private final Map<String, Set<String>> needs = new TreeMap<>();
  private final Map<String, Set<String>> neededBy = new TreeMap<>();

  public CodeReader(Structure structure, SourceTree sources) {
    this.structure = structure;
    this.sources = sources;
  }

  private record Key(Obstacle.Kind kind, String from, String to) {}

  public Code read() {
    Map<Key, Set<String>> places = new LinkedHashMap<>();
    for (Link link : structure.links()) {
      if (link.kind() != LinkKind.EVENT) {
        needs.computeIfAbsent(link.from(), it -> new TreeSet<>()).add(link.to());
        neededBy.computeIfAbsent(link.to(), it -> new TreeSet<>()).add(link.from());
        add(places, kindOf(link.kind()), link.from(), link.to(), placeOf(link));
      }
    }
    for (Finding finding : structure.findings()) {
      if (finding.severity() == Severity.CERTAIN && !finding.owner().isEmpty()) {
        add(places, Obstacle.Kind.TABLE, finding.module(), finding.owner(), placeOf(finding));
      }
    }
    List<Obstacle> obstacles = new ArrayList<>();
    places.forEach(
        (key, found) ->
            obstacles.add(
                new Obstacle(
                    key.kind(),
                    key.from(),
                    key.to(),
                    found.size(),
                    found.stream().limit(PLACES).toList())));
    obstacles.sort(Obstacle.BIGGEST_FIRST);
    Cycles cycles = new Cycles(needs);
    List<ModuleFacts> facts =
        structure.modules().stream().map(size -> facts(size, obstacles, cycles)).toList();
    return new Code(
        structure.classes(), structure.modules().stream().mapToInt(ModuleSize::types).sum(), facts);
  }

  private ModuleFacts facts(ModuleSize size, List<Obstacle> obstacles, Cycles cycles) {
    String module = size.name();
    long used =
        structure.links().stream()
            .filter(link -> link.kind() == LinkKind.TYPE && link.to().equals(module))
            .map(Link::target)
            .distinct()
            .count();
    long events =
        structure.links().stream()
            .filter(link -> link.kind() == LinkKind.EVENT)
            .filter(link -> link.to().equals(module) || link.from().equals(module))
            .map(link -> link.from() + link.to() + link.target())
            .distinct()
            .count();
    return new ModuleFacts(
        Shareable.line(module),
        size.types(),
        size.publicTypes(),
        (int) used,
        size.tables(),
        size.sqlTexts(),
        needs.getOrDefault(module, Set.of()),
        neededBy.getOrDefault(module, Set.of()),
        cycles.of(module),
        obstacles.stream()
            .filter(each -> each.from().equals(module) || each.to().equals(module))
            .toList(),
        (int) events);
  }

  private static void add(
      Map<Key, Set<String>> places, Obstacle.Kind kind, String from, String to, String place) {
    places.computeIfAbsent(new Key(kind, from, to), it -> new TreeSet<>()).add(place);
  }

  private static Obstacle.Kind kindOf(LinkKind kind) {
    return switch (kind) {
      case TYPE -> Obstacle.Kind.TYPE;
      case CALL -> Obstacle.Kind.CALL;
      case TRANSACTION, EVENT -> Obstacle.Kind.TRANSACTION;
    };
  }

  private String placeOf(Link link) {
    return place(link.file(), link.line(), link.target());
  }

  private String placeOf(Finding finding) {
    String name = finding.className();
    String file = finding.file();
    if (name != null && name.contains(".")) {
      file = name.substring(0, name.lastIndexOf('.')).replace('.', '/') + "/" + file;
    }
    return place(file, finding.line(), finding.table());
  }

  private String place(String file, int line, String what) {
    return sources.fileOf(file) + (line > 0 ? ":" + line : "") + " (" + what + ")";
  }
}
