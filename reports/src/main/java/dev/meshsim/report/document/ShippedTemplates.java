package dev.meshsim.report.document;

import dev.meshsim.report.WireTable;
import dev.meshsim.report.document.Template.Included;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates that come with the program; other templates include them by {@code mesh:NAME}. */
public final class ShippedTemplates {

  /** The beginning of the names of such templates. */
  public static final String PREFIX = "mesh:";

  /** The sections of the reference document of 2016, with those it never had. */
  public static final String REFERENCE = PREFIX + "reference-2016.md";

  /** A title and the reference, for one scenario that is given. */
  public static final String TRANSCRIPT = PREFIX + "transcript.md";

  /** The names of all. */
  public static final List<String> NAMES = List.of(REFERENCE, TRANSCRIPT);

  private ShippedTemplates() {}

  /** A template by its name with the prefix; empty if there is none. */
  public static Optional<Included> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String resource = name.substring(PREFIX.length());
    try (InputStream in = ShippedTemplates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its template " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new Included(name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the template of transcripts once: a run has one for each of its cases. */
  private static final class Transcript {
    private static final Template TEMPLATE =
        Template.read(
            "transcript.md", find(TRANSCRIPT).orElseThrow(), (from, included) -> find(included));
  }

  /**
   * The transcript of a run, which links the files that its places say, and with a table of what
   * travelled if that was not JSON.
   */
  public static BuiltDocument transcript(DocumentRun run) {
    RunSource none = (request, problems) -> Optional.empty();
    BuiltDocument page = DocumentWriter.build(Transcript.TEMPLATE.again(), none, Optional.of(run));
    String wire = WireTable.of(run.exchanges(), run.places().messages());
    return new BuiltDocument(page.name(), page.text() + wire, page.files(), page.index());
  }
}
