package dev.meshsim.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.json.JsonLimits;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file given on the command line: its size, its tag, its identifier, and what errors repeat. */
class InputFileTest {

  @TempDir private Path directory;

  private InputFile file(String text) throws IOException {
    return InputFile.read(Files.writeString(directory.resolve("x.json"), text).toString());
  }

  private static String refused(Executable use) {
    return assertThrows(InputException.class, use).problem();
  }

  @Test
  void aFileLargerThanAnyObjectIsRefused() throws IOException {
    Path large = directory.resolve("large.json");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(JsonLimits.DOCUMENT_OCTETS);
      assertEquals("", InputFile.read(large.toString()).text().utf8().strip().replace("\0", ""));
      file.setLength(JsonLimits.DOCUMENT_OCTETS + 1);
    }
    assertTrue(refused(() -> InputFile.read(large.toString())).contains("is larger than"));
    assertTrue(refused(() -> InputFile.readSecret(large.toString())).contains("is larger than"));
  }

  @Test
  void anEmptyFileIsRefused() {
    assertTrue(refused(() -> file("")).endsWith("is empty"));
  }

  @Test
  void aNameThatNoFileCanHaveIsRefused() {
    assertTrue(refused(() -> InputFile.read("a\0b")).contains("no file can have that name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{\"a\":", "{\"secret\": hushhush}"})
  void whatIsNotJsonIsNotQuoted(String text) throws IOException {
    InputFile file = file(text);
    String problem = refused(file::tree);
    assertTrue(problem.contains("it is not JSON"), problem);
    assertFalse(problem.contains("hush"), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{\"A\":{},\"B\":{}}", "1", "\"A\""})
  void anObjectWithoutOneTagHasNone(String text) throws IOException {
    InputFile file = file(text);
    assertEquals("", file.tag());
    assertTrue(refused(() -> file.dialectOf("A")).endsWith("it holds no tagged object"));
  }

  @Test
  void anotherTagIsNamedIfItIsAWord() throws IOException {
    String forty = "x".repeat(40);
    InputFile word = file("{\"" + forty + "\":{}}");
    assertTrue(refused(() -> word.dialectOf("A")).endsWith("the tag " + forty));
    for (String other : new String[] {forty + "x", "a b", "\\u001b[31m", "\\u007f", "\u00e9"}) {
      InputFile file = file("{\"" + other + "\":{}}");
      String problem = refused(() -> file.dialectOf("A"));
      assertTrue(problem.matches(".*the tag of [0-9]+ characters"), problem);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"A\":{}}", "{\"A\":{\"Identifier\":1}}", "{\"A\":[]}", "{\"A\":1}"})
  void anObjectWithoutAnIdentifierIsRefused(String text) throws IOException {
    InputFile file = file(text);
    assertTrue(refused(() -> file.dialectOf("A")).endsWith("the A has no Identifier"));
  }

  @Test
  void anIdentifierThatIsNoFingerprintIsRefused() throws IOException {
    InputFile file = file("{\"A\":{\"Identifier\":\"M1\"}}");
    String problem = refused(() -> file.dialectOf("A"));
    assertTrue(problem.contains("x.json: the Identifier of the A: "), problem);
  }

  @Test
  void anErrorOfAFileIsNotMarkedWithAnotherFile() throws IOException {
    InputFile file = file("{}");
    InputException own = new InputException("y.json: wrong", "correct it");
    assertSame(
        own,
        assertThrows(
            InputException.class,
            () ->
                file.checked(
                    () -> {
                      throw own;
                    })));
  }
}
