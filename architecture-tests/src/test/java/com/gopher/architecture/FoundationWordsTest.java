package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.outbox.Outbound;
import com.gophershop.GopherShop;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/**
 * The foundation knows no word of either program: not in its names and not in its strings. Read is
 * the constant pool of each class, which holds both. Comments may name an example.
 */
class FoundationWordsTest {

  private static final Set<String> WORDS =
      Set.of(
          "shop",
          "gophershop",
          "tracker",
          "gotracker",
          "order",
          "orders",
          "parcel",
          "parcels",
          "shipment",
          "shipments",
          "shipping",
          "invoice",
          "invoices",
          "billing",
          "customer",
          "customers",
          "catalog",
          "product",
          "products");

  /**
   * What does not count: SQL's ORDER BY, and what Spring and Java call the order in which things
   * come, because those names are not ours to choose.
   */
  private static final Pattern INNOCENT =
      Pattern.compile(
          "(?i)\\bORDER BY\\b|\\bin order\\b|\\bthe order (of|in)\\b"
              + "|org/springframework/core/(annotation/)?Ordere?d?|getOrder|setOrder"
              + "|\\border\\(\\)|orderedStream|naturalOrder|reverseOrder");

  private static final Pattern BREAKS =
      Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  @Test
  void noNameOrStringOfTheFoundationIsOfTheShopOrTheTracker() throws Exception {
    assertThat(found(Outbound.class)).isEmpty();
  }

  @Test
  void theShopIsFullOfThem() throws Exception {
    assertThat(found(GopherShop.class)).hasSizeGreaterThan(500);
  }

  @Test
  void aWordIsFoundInNamesPathsAndTexts() {
    assertThat(words("/api/orders/**")).containsExactly("orders");
    assertThat(words("catchUpWithShipments")).containsExactly("shipments");
    assertThat(words("gopher-shop:")).containsExactly("shop");
    assertThat(words("SELECT id FROM events.outbox ORDER BY id")).isEmpty();
    assertThat(words("border, workshop")).isEmpty();
  }

  /** What is found in the classes that come from where this one comes from. */
  private static List<String> found(Class<?> oneOfThem) throws Exception {
    List<String> found = new ArrayList<>();
    Path origin = Path.of(oneOfThem.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(origin)) {
      readAll(origin, found);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(origin)) {
        readAll(jar.getPath("/"), found);
      }
    }
    return found;
  }

  private static void readAll(Path root, List<String> found) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        for (String constant : constants(file)) {
          Set<String> words = words(constant);
          if (!words.isEmpty()) {
            found.add(file.getFileName() + ": " + words + " in \"" + constant + "\"");
          }
        }
      }
    }
  }

  private static Set<String> words(String constant) {
    Set<String> found = new TreeSet<>();
    for (String word : BREAKS.split(INNOCENT.matcher(constant).replaceAll(" "))) {
      if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
        found.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private static List<String> constants(Path file) throws IOException {
    ClassReader reader = new ClassReader(Files.readAllBytes(file));
    char[] buffer = new char[reader.getMaxStringLength()];
    List<String> constants = new ArrayList<>();
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      // 1 is the tag of UTF-8 text; long and double take two places, of which one is empty.
      if (offset > 0 && reader.readByte(offset - 1) == 1) {
        constants.add(text(reader, offset, buffer));
      }
    }
    return constants;
  }

  /** The text itself, which ASM reads only by a reference to it. */
  private static String text(ClassReader reader, int offset, char[] buffer) {
    int length = reader.readUnsignedShort(offset);
    for (int i = 0; i < length; i++) {
      buffer[i] = (char) reader.readByte(offset + 2 + i);
    }
    return new String(buffer, 0, Math.min(length, buffer.length));
  }
}
