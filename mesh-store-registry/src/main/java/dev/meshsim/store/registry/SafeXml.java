package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.store.registry.hive.FileLine;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A parser for XML that may be hostile. A document type is refused before the parser sees it, so no
 * entity can be declared or expanded, and nothing outside the file is read.
 */
final class SafeXml {

  private static final String TYPE = "<!DOCTYPE";
  private static final String REASON = "\nMessage: ";

  private SafeXml() {}

  /**
   * A reader before the first event.
   *
   * @throws RegistryStoreException {@code store.registry.xml} if it is not UTF-8, says that it is
   *     anything else, is not XML 1.0, or has a document type
   */
  static XMLStreamReader open(Path file, Bytes xml) throws XMLStreamException {
    String text = utf8(file, xml);
    int type = documentType(text);
    if (type >= 0) {
      int line = 1 + (int) text.substring(0, type).chars().filter(c -> c == '\n').count();
      throw RegistryStoreException.xml(
          new FileLine(file, line), "has a document type, which is never read", null);
    }
    XMLStreamReader reader = factory(file).createXMLStreamReader(new StringReader(text));
    String encoding = reader.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw RegistryStoreException.xml(
          new FileLine(file, 1), "says that its encoding is " + encoding + ", not UTF-8", null);
    }
    String version = reader.getVersion();
    if (version != null && !version.equals("1.0")) {
      throw RegistryStoreException.xml(
          new FileLine(file, 1), "is XML " + version + ", and XML 1.0 is expected", null);
    }
    return reader;
  }

  /** The position of a document type, in letters of any case; -1 if there is none. */
  private static int documentType(String text) {
    int start = text.indexOf("<!");
    while (start >= 0 && !text.regionMatches(true, start, TYPE, 0, TYPE.length())) {
      start = text.indexOf("<!", start + 1);
    }
    return start;
  }

  /** The parser's message in one line. */
  static RegistryStoreException malformed(Path file, XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNumber(), 0);
    String all = String.valueOf(e.getMessage());
    // The message of the JDK's parser has the place, which is shown already, before the reason.
    int reason = all.indexOf(REASON);
    String why = Quote.line(reason < 0 ? all : all.substring(reason + REASON.length()));
    return RegistryStoreException.xml(
        new FileLine(file, line), "is not well-formed XML: " + why, e);
  }

  /** A parser without document types, entities or other files. */
  static XMLInputFactory factory(Path file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw RegistryStoreException.xml(FileLine.of(file), "asks for another file", null);
        });
    return factory;
  }

  private static String utf8(Path file, Bytes xml) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml.toArray())).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw RegistryStoreException.xml(FileLine.of(file), "is not well-formed UTF-8", e);
    }
  }
}
