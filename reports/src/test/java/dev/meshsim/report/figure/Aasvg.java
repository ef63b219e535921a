package dev.meshsim.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads ASCII art with the tool of that name, as an author's document does. */
public final class Aasvg {

  private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

  private Aasvg() {}

  /** Checks that the tool finds each label as a text of its own, and each arrow's head. */
  public static void assertReadsAll(Drawing drawing) throws Exception {
    String svg = read(AsciiArt.write(drawing));
    List<String> texts = new ArrayList<>();
    Matcher found = TEXT.matcher(svg);
    while (found.find()) {
      texts.add(found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }
    List<String> labels =
        drawing.shapes().stream()
            .filter(Shape.Label.class::isInstance)
            .map(shape -> ((Shape.Label) shape).text())
            .sorted()
            .toList();
    assertEquals(String.join("\n", labels), String.join("\n", texts.stream().sorted().toList()));
    long heads =
        drawing.shapes().stream()
            .filter(shape -> shape instanceof Shape.Line line && line.arrow())
            .count();
    assertEquals(heads, svg.split("class=\"arrowhead\"", -1).length - 1);
  }

  private static String read(String art) throws IOException, InterruptedException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "aasvg"))),
        "aasvg is not installed");
    Path input = Files.createTempFile("art", ".txt");
    Path output = Files.createTempFile("art", ".svg");
    try {
      Files.writeString(input, art);
      Process process =
          new ProcessBuilder("aasvg")
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .start();
      assertEquals(0, process.waitFor(), () -> error(process));
      return Files.readString(output);
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }

  private static String error(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
