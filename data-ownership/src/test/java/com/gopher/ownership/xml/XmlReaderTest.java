package com.gopher.ownership.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML is read with its lines, and nothing but the text itself is read. */
class XmlReaderTest {

  @Test
  void everyElementKnowsItsLinesAndAttributes() throws XmlReader.XmlProblem {
    XmlElement root =
        XmlReader.read(
            """
            <?xml version="1.0"?>
            <changes>
              <!-- <change table="hidden"/> -->
              <change
                  table="orders"
                  schema='sales'>
                first
              </change>
              <other/>
            </changes>
            """);

    assertThat(root.children()).extracting(XmlElement::name).containsExactly("change", "other");
    XmlElement change = root.children().get(0);
    assertThat(change.line()).isEqualTo(4);
    assertThat(change.textLine()).isEqualTo(6);
    assertThat(change.attribute("schema")).isEqualTo("sales");
    assertThat(root.children().get(1).line()).isEqualTo(9);
  }

  @Test
  void theWordsOfATextStayInTheirLines() throws XmlReader.XmlProblem {
    XmlElement select =
        XmlReader.read(
            "<select>\nSELECT a &lt; b\n<if\n test=\"x\">AND c</if>\n<![CDATA[FROM <d>]]>\n</select>");

    List<String> lines = List.of(select.text().split("\n"));
    assertThat(lines.get(1)).isEqualTo("SELECT a < b");
    assertThat(lines.get(3)).contains("AND c");
    assertThat(lines.get(4)).isEqualTo("FROM <d>");
  }

  @Test
  void anExternalEntityIsNotRead(@TempDir Path directory) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "select from the secret");
    String attack =
        "<!DOCTYPE m [<!ENTITY inner \"plain\"><!ENTITY outer SYSTEM \"%s\">]><m>&inner; &outer;</m>"
            .formatted(secret.toUri());

    String text = XmlReader.read(attack).text();

    assertThat(text).contains("plain").doesNotContain("secret");
  }

  @Test
  void aDtdIsNotLoaded(@TempDir Path directory) throws Exception {
    Path dtd = Files.writeString(directory.resolve("m.dtd"), "<!ATTLIST m injected CDATA \"yes\">");

    XmlElement root = XmlReader.read("<!DOCTYPE m SYSTEM \"%s\"><m/>".formatted(dtd.toUri()));

    assertThat(root.attributes()).doesNotContainKey("injected");
  }

  @Test
  void aBillionLaughsAreAProblemAndNotAFullHeap() {
    StringBuilder entities = new StringBuilder("<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }

    assertThatThrownBy(() -> XmlReader.read("<!DOCTYPE m [" + entities + "]><m>&a29;</m>"))
        .isInstanceOf(XmlReader.XmlProblem.class);
  }

  @Test
  void whatIsNotWellFormedNamesItsLine() {
    assertThatThrownBy(() -> XmlReader.read("<a>\n<b></a>"))
        .isInstanceOf(XmlReader.XmlProblem.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void elementsAreVisitedInTheOrderOfTheFile() throws XmlReader.XmlProblem {
    List<String> seen = new ArrayList<>();
    XmlReader.read("<a><b><c/></b><d/></a>").forEach(element -> seen.add(element.name()));

    assertThat(seen).containsExactly("a", "b", "c", "d");
  }
}
