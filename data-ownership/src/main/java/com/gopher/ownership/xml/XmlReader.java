package com.gopher.ownership.xml;

import com.gopher.ownership.locate.Lines;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML with the parser of the JDK. Nothing outside the text is ever fetched: neither DTDs nor
 * external entities, whatever the text asks for.
 */
public final class XmlReader {

  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";

  private XmlReader() {}

  /**
   * The root element.
   *
   * @throws XmlProblem if the text is not well-formed XML
   */
  public static XmlElement read(String xml) throws XmlProblem {
    Tree tree = new Tree(xml);
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(SAX + "external-general-entities", false);
      factory.setFeature(SAX + "external-parameter-entities", false);
      factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(tree);
      reader.setErrorHandler(tree);
      reader.setEntityResolver(tree);
      reader.parse(new InputSource(new StringReader(xml.stripLeading())));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new XmlProblem(e);
    }
    if (tree.root == null) {
      throw new XmlProblem(new SAXException("no element"));
    }
    return tree.root;
  }

  /** The text is not well-formed. */
  public static final class XmlProblem extends Exception {

    private static final long serialVersionUID = 1L;

    XmlProblem(Exception cause) {
      super(
          cause instanceof SAXParseException at
              ? "line " + at.getLineNumber() + ": " + at.getMessage()
              : cause.getMessage(),
          cause);
    }
  }

  private static final class Tree extends DefaultHandler {

    private final String xml;
    private final Lines lines;
    private final int skippedLines;
    private @Nullable Locator locator;
    private @Nullable XmlElement root;
    private @Nullable XmlElement current;

    Tree(String text) {
      this.xml = text.stripLeading();
      this.lines = new Lines(xml);
      this.skippedLines = new Lines(text).of(text.length() - xml.length()) - 1;
    }

    @Override
    public void setDocumentLocator(Locator newLocator) {
      locator = newLocator;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      XmlElement element = new XmlElement(name, current, startLine(), line());
      for (int i = 0; i < attributes.getLength(); i++) {
        element.put(attributes.getLocalName(i), attributes.getValue(i));
      }
      if (current != null) {
        current.append(isMapper() ? MapperTags.opened(element) : " ", line());
      }
      if (current == null) {
        root = element;
      } else {
        current.add(element);
      }
      current = element;
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      XmlElement ended = current;
      current = ended == null ? null : ended.parent();
      if (current != null && ended != null) {
        current.append(isMapper() ? MapperTags.closed(ended) : " ", line());
      }
    }

    private boolean isMapper() {
      return root != null && root.name().equals("mapper");
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
      String text = new String(buffer, start, length);
      int breaks = (int) text.chars().filter(c -> c == '\n').count();
      if (current != null) {
        current.append(text, line() - breaks);
      }
    }

    @Override
    public InputSource resolveEntity(@Nullable String publicId, String systemId) {
      return new InputSource(new StringReader(""));
    }

    /** What is only wrong by a DTD that nobody reads is none of our business. */
    @Override
    public void error(SAXParseException problem) {
      // Only what is not well-formed at all cannot be read.
    }

    private int line() {
      return skippedLines + (locator == null ? 1 : Math.max(1, locator.getLineNumber()));
    }

    /** The parser stands behind the start tag: its first character is the last {@code <} before. */
    private int startLine() {
      if (locator == null || locator.getColumnNumber() < 1) {
        return line();
      }
      int end = lines.offset(locator.getLineNumber(), locator.getColumnNumber());
      int start = xml.lastIndexOf('<', Math.min(end, xml.length()) - 1);
      return skippedLines + lines.of(Math.max(0, start));
    }
  }
}
