package com.gophershop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.CanvasOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;

/**
 * What Spring Modulith draws of the modules: a picture of all, and a canvas for each that lists
 * what it offers, uses and listens to.
 */
final class ModulePictures {

  private static final String ALL_MODULES = "components.puml";

  /** PlantUML writes colours as attributes and inline styles; these rules win over both. */
  private static final String BOTH_THEMES =
      """
      <style>
        svg { background: transparent !important; }
        rect, polygon, path { stroke: #57606a !important; }
        g.cluster rect, g.link path { fill: none !important; }
        g.entity rect { fill: #ddf4ff !important; }
        g.link polygon { fill: #57606a !important; }
        text { fill: #1f2328 !important; }
        @media (prefers-color-scheme: dark) {
          rect, polygon, path { stroke: #9198a1 !important; }
          g.entity rect { fill: #1c2b3d !important; }
          g.link polygon { fill: #9198a1 !important; }
          text { fill: #f0f6fc !important; }
        }
      </style>
      """;

  private ModulePictures() {}

  /**
   * @param folder for the files, which are also returned
   * @return their texts, by name
   */
  static Map<String, String> texts(ApplicationModules modules, Path folder) throws IOException {
    new Documenter(modules, Documenter.Options.defaults().withOutputFolder(folder.toString()))
        .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.UML))
        .writeModuleCanvases(CanvasOptions.defaults());
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file).strip() + "\n");
      }
    }
    texts.computeIfPresent(ALL_MODULES, (name, text) -> withSortedArrows(text));
    return texts;
  }

  /** The picture of all modules, laid out by PlantUML itself: no other program is needed. */
  static String svg(Map<String, String> texts) throws IOException {
    String source =
        allModules(texts)
            .replaceAll("\\\\n<size:\\d+>\\[[^]]*]</size>", "")
            .replace("@startuml", "@startuml\n!pragma layout smetana");
    var image = new ByteArrayOutputStream();
    new SourceStringReader(source).outputImage(image, new FileFormatOption(FileFormat.SVG));
    return image
            .toString(StandardCharsets.UTF_8)
            .replace(" preserveAspectRatio=\"none\"", "")
            .replaceFirst("<defs/>", "<!-- " + origin(texts) + " -->\n" + BOTH_THEMES)
        + "\n";
  }

  /**
   * Stands in the picture and says what it was made from. Pictures themselves cannot be compared:
   * the widths of texts differ from machine to machine with the fonts.
   */
  static String origin(Map<String, String> texts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(allModules(texts).getBytes(StandardCharsets.UTF_8));
      return "made from components.puml, SHA-256 " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  private static String allModules(Map<String, String> texts) {
    String text = texts.get(ALL_MODULES);
    if (text == null) {
      throw new IllegalStateException("Spring Modulith wrote no " + ALL_MODULES);
    }
    return text;
  }

  /** Their order is that of a set, which is another one in the next process. */
  private static String withSortedArrows(String text) {
    List<String> lines = text.lines().toList();
    List<String> arrows = lines.stream().filter(line -> line.contains("-->")).sorted().toList();
    int first = lines.indexOf(lines.stream().filter(arrows::contains).findFirst().orElseThrow());
    return String.join("\n", lines.subList(0, first))
        + "\n"
        + String.join("\n", arrows)
        + "\n"
        + String.join("\n", lines.subList(first + arrows.size(), lines.size()))
        + "\n";
  }
}
