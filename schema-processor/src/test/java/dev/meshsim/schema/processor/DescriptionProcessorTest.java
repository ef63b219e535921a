package dev.meshsim.schema.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The descriptions that are written, and what is refused. */
class DescriptionProcessorTest {

  private static final String ANNOTATION =
      """
      package com.fasterxml.jackson.annotation;
      public @interface JsonProperty { String value(); }
      """;

  @TempDir Path out;

  private final DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();

  @BeforeEach
  void compileTheAnnotation() {
    assertTrue(compile("com.fasterxml.jackson.annotation.JsonProperty", ANNOTATION));
  }

  private boolean compile(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            problems,
            List.of(
                "-d",
                out.toString(),
                "-cp",
                out.toString(),
                "-Ameshsim.schema.packages=a.wire",
                "-Ameshsim.schema.statuses=a.wire.Status"),
            null,
            List.of(new Source(name, source)));
    task.setProcessors(List.of(new DescriptionProcessor()));
    return task.call();
  }

  private List<String> errors() {
    return problems.getDiagnostics().stream()
        .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
        .map(
            found ->
                found.getLineNumber()
                    + ":"
                    + found.getColumnNumber()
                    + ": "
                    + found.getMessage(Locale.ROOT))
        .toList();
  }

  private List<String> written(String type) throws IOException {
    return Files.readAllLines(out.resolve("META-INF/dev.meshsim/schema").resolve(type));
  }

  private static String record(String javadoc) {
    List<String> lines =
        new ArrayList<>(
            List.of("package a.wire;", "import com.fasterxml.jackson.annotation.JsonProperty;"));
    lines.add(javadoc);
    lines.add("public record Note(@JsonProperty(\"Id\") String id,");
    lines.add("    @JsonProperty(\"Text\") String text) {}");
    return String.join("\n", lines);
  }

  @Test
  void descriptionsBecomePlainText() throws IOException {
    String javadoc =
        """
        /**
         * A {@code note} of a {@link java.util.List} with
         * two lines, &lt;b&gt;.
         *
         * <p>Its second paragraph.
         *
         * @param id a number, see {@link #text}
         * @param text the text, at most {@value java.lang.Byte#MAX_VALUE} characters
         */
        """;
    assertTrue(compile("a.wire.Note", record(javadoc)), errors().toString());
    assertEquals(
        List.of(
            "\tA `note` of a `List` with two lines, <b>.\\n\\nIts second paragraph.",
            "id\ta number, see `text`",
            "text\tthe text, at most 127 characters"),
        written("a.wire.Note"));
  }

  @Test
  void aMemberWithoutDescriptionDoesNotCompile() {
    compile("a.wire.Note", record("/** A note.\n * @param id a number */"));
    assertEquals(
        List.of(
            "6:34: the member text of the schema has no description: add @param text to the Javadoc"
                + " of Note"),
        errors());
  }

  @Test
  void aClassWithoutDescriptionDoesNotCompile() {
    compile("a.wire.Note", record(""));
    assertEquals(3, errors().size(), errors().toString());
    assertTrue(errors().get(2).contains("Note has no description"), errors().toString());
  }

  @Test
  void anAccessorOfAnInterfaceDescribesTheMember() throws IOException {
    String source =
        """
        package a.wire;
        import com.fasterxml.jackson.annotation.JsonProperty;
        /** A thing. */
        public interface Thing {
          /** The name of the thing. */
          String name();
          /** A wheel. */
          record Wheel(@JsonProperty("Name") String name) implements Thing {}
        }
        """;
    assertTrue(compile("a.wire.Thing", source), errors().toString());
    assertEquals(
        List.of("\tA wheel.", "name\tThe name of the thing."), written("a.wire.Thing$Wheel"));
  }

  @Test
  void aClassIsCompiledAgainWithoutTheSourceOfItsInterface() throws IOException {
    String thing =
        """
        package a.wire;
        /** A thing. */
        public interface Thing {
          /** The name \\ of the thing. */
          String id();
        }
        """;
    String note =
        record("/** A note.\n * @param text the text */").replace("{}", "implements Thing {}");
    assertTrue(compile("a.wire.Thing", thing), errors().toString());
    assertTrue(compile("a.wire.Note", note), errors().toString());
    assertEquals(
        List.of("\tA note.", "text\tthe text", "id\tThe name \\\\ of the thing."),
        written("a.wire.Note"));
    Files.delete(out.resolve("META-INF/dev.meshsim/schema/a.wire.Thing"));
    compile("a.wire.Note", note);
    assertEquals(1, errors().size(), errors().toString());
  }

  @Test
  void constructorsAndStatusesAreRead() throws IOException {
    String source =
        """
        package a.wire;
        import com.fasterxml.jackson.annotation.JsonProperty;
        /** The statuses. */
        public final class Status {
          /** Done. */
          public static final int DONE = 201;
          public static final int LOST = 404;
          /** Makes it.
           * @param one the first */
          public Status(@JsonProperty("one") int one, @JsonProperty("two") int two) {}
        }
        """;
    compile("a.wire.Status", source);
    assertEquals(
        List.of(
            "10:72: the member two of the schema has no description: add @param to the constructor"
                + " of Status",
            "7:27: the member LOST of the schema has no description: write its Javadoc in Status"),
        errors());
    assertEquals(
        List.of("\tThe statuses.", "one\tthe first", "DONE\tDone."), written("a.wire.Status"));
  }

  @Test
  void otherPackagesAndHiddenClassesAreLeftAlone() {
    String hidden = record("").replace("public record", "record");
    assertTrue(compile("a.wire.Note", hidden));
    assertTrue(compile("a.wired.Note", record("").replace("a.wire;", "a.wired;")));
    assertEquals(List.of(), errors());
    assertTrue(Files.notExists(out.resolve("META-INF")));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }

    @Override
    public String toString() {
      return Arrays.toString(text.split("\n", -1));
    }
  }
}
