package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The grammar of RFC XML that the RFC Editor's tools use ({@code rfcxml/v3.rng} below the directory
 * that {@code MESH_SIM_DATA} names), as a validator. It reports anchors that are there twice and
 * references without an anchor, too.
 */
public final class RfcXmlGrammar {

  private final List<String> problems = new ArrayList<>();
  private final ValidationDriver driver;

  private RfcXmlGrammar(Path grammar) throws IOException, SAXException {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Collector());
    RngProperty.CHECK_ID_IDREF.add(properties);
    driver = new ValidationDriver(properties.toPropertyMap());
    if (!driver.loadSchema(ValidationDriver.fileInputSource(grammar.toFile()))) {
      throw new IOException(grammar + " is not a grammar: " + problems);
    }
  }

  /** The grammar; without it the test is skipped and says so. */
  public static RfcXmlGrammar installed() throws IOException, SAXException {
    String data = System.getenv("MESH_SIM_DATA");
    assumeTrue(data != null, "MESH_SIM_DATA is not set");
    Path grammar = Path.of(data, "rfcxml", "v3.rng");
    assumeTrue(Files.exists(grammar), grammar + " is not there");
    return new RfcXmlGrammar(grammar);
  }

  /** Every problem of a document, {@code line 3: element "script" not allowed ...}, in order. */
  public List<String> problems(String document) throws IOException {
    problems.clear();
    try {
      driver.validate(new InputSource(new StringReader(document)));
    } catch (SAXException e) {
      // A document that is no XML: the handler has been told.
      if (problems.isEmpty()) {
        throw new IOException("not reported", e);
      }
    }
    return List.copyOf(problems);
  }

  /**
   * A whole document, of an Internet-Draft that says nothing, around a section's content.
   *
   * @param content elements that a section may have
   */
  public static String document(String content) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rfc version="3" ipr="trust200902" docName="draft-example-shapes-00" category="info"
          submissionType="IETF" xml:lang="en">
        <front>
        <title>Shapes</title>
        <seriesInfo name="Internet-Draft" value="draft-example-shapes-00"/>
        <author fullname="Alice Example"/>
        <date year="2019" month="April"/>
        <abstract><t>An example.</t></abstract>
        </front>
        <middle>
        <section anchor="shapes"><name>Shapes</name>
        %s
        </section>
        </middle>
        <back/>
        </rfc>
        """
        .formatted(content);
  }

  private final class Collector implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {
      problems.add("line " + e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void error(SAXParseException e) {
      warning(e);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      warning(e);
      throw e;
    }
  }
}
