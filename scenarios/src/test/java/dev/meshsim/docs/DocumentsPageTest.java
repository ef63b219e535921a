package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/documents.md lists every placeholder, and its worked example gives what it shows. */
class DocumentsPageTest {

  private static final Path PAGE = Golden.root().resolve("docs/documents.md");

  @Test
  void theReferenceIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    String written = page.substring(0, page.indexOf(DocumentsPage.BEGIN));
    Golden.assertSame(PAGE, written + DocumentsPage.markdown());
  }

  @Test
  void theWorkedExampleGivesWhatThePageShows(@TempDir Path directory) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher file =
        Pattern.compile("(?s)`([a-z/.]+)`:\n\n(`{3,4})[a-z]*\n(.*?)\n\\2\n")
            .matcher(Files.readString(PAGE));
    while (file.find()) {
      files.put(file.group(1), file.group(3) + "\n");
    }
    assertEquals(3, files.size(), files.keySet().toString());
    Files.writeString(directory.resolve("ask.yaml"), files.getOrDefault("ask.yaml", ""));
    Path template = directory.resolve("template.md");
    Files.writeString(template, files.getOrDefault("template.md", ""));
    Path out = directory.resolve("out");
    Cli built = Cli.run("document", "build", template.toString(), "--out", out.toString());
    assertEquals(0, built.code(), built.errors());
    assertEquals(files.get("out/template.md"), Files.readString(out.resolve("template.md")));
    assertTrue(Files.readString(PAGE).contains(built.errors().strip()), built.errors());
  }
}
