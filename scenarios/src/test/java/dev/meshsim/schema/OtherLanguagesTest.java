package dev.meshsim.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.schema.export.SchemaFormat;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Programs in other languages read and write messages by what the schema gives them. */
@Once
class OtherLanguagesTest {

  /** Texts that are not as the schema says. */
  private static final List<String> MISTAKES =
      List.of(
          "{\"Hello\":{\"Surprise\":1}}",
          "{\"Hallo\":{}}",
          "{\"ValidateAccount\":{\"Account\":7}}",
          "{\"ValidateAccount\":{}}",
          "{\"ValidateAccount\":{\"Account\":\"a\",\"Language\":\"en\"}}",
          "{\"ValidateAccount\":{\"Account\":\"a\",\"Reserve\":\"yes\"}}",
          "{\"Publish\":{\"Entry\":{\"DeviceProfile\":{}}}}",
          "{\"Publish\":{\"Entry\":\"x\"}}",
          "{\"GetResponse\":{\"Status\":\"201\"}}",
          "{\"GetResponse\":{\"Status\":201,\"Entries\":[{\"Surprise\":{}}]}}",
          "{\"SignedDeviceProfile\":{\"Identifier\":\"x\",\"SignedData\":{\"payload\":\"x\"}}}");

  @TempDir Path directory;

  private static String lines(Dialect dialect) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (JsonNode sample : Samples.of(dialect).values()) {
      lines.append(MeshJson.write(sample).utf8()).append('\n');
    }
    return lines.toString();
  }

  private static List<JsonNode> trees(String lines) {
    return lines.lines().map(line -> MeshJson.readTree(Bytes.utf8(line))).toList();
  }

  private void write(Dialect dialect, SchemaFormat format, String file) throws IOException {
    Files.writeString(directory.resolve(file), format.write(Schemas.of(dialect), dialect.label()));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = OtherLanguagesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTableDrivenParserInC(Dialect dialect) throws Exception {
    write(dialect, SchemaFormat.C, "schema.h");
    Files.writeString(directory.resolve("parser.c"), resource("table_parser.c"));
    Files.writeString(
        directory.resolve("other.c"),
        "#include \"schema.h\"\n#include \"schema.h\"\n"
            + "size_t known(void);\nsize_t known(void) { return mesh_tag_count; }\n");
    Program compiled =
        Program.run(
            directory,
            "",
            List.of(
                "cc",
                "-std=c11",
                "-pedantic",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-o",
                "parser",
                "parser.c",
                "other.c"));
    assertEquals(new Program(0, ""), compiled);
    String lines = lines(dialect);
    String parser = directory.resolve("parser").toString();
    Program run = Program.run(directory, lines, List.of(parser));
    assertEquals(0, run.code(), run.output());
    assertEquals(trees(lines), trees(run.output()));
    for (String mistake : MISTAKES) {
      Program refused = Program.run(directory, mistake + "\n", List.of(parser));
      assertEquals(1, refused.code(), mistake + ": " + refused.output());
    }
  }

  @Test
  void typesOfTypeScript() throws Exception {
    List<String> options =
        new ArrayList<>(List.of("tsc", "--strict", "--target", "es2020", "--module", "commonjs"));
    options.addAll(List.of("--lib", "es2020", "--outDir", "out"));
    StringBuilder input = new StringBuilder();
    for (Dialect dialect : Dialect.values()) {
      String name = dialect.name().toLowerCase(Locale.ROOT);
      write(dialect, SchemaFormat.TYPESCRIPT, name + ".ts");
      Files.writeString(directory.resolve(name + "_program.ts"), program(dialect, name));
      options.add(name + "_program.ts");
      input.append(lines(dialect));
    }
    assertEquals(new Program(0, ""), Program.run(directory, "", options));
    StringBuilder output = new StringBuilder();
    for (Dialect dialect : Dialect.values()) {
      String script = "out/" + dialect.name().toLowerCase(Locale.ROOT) + "_program.js";
      Program run = Program.run(directory, "", List.of("node", script));
      assertEquals(0, run.code(), run.output());
      output.append(run.output());
    }
    assertEquals(trees(input.toString()), trees(output.toString()));
  }

  /** A program whose messages the compiler compares with the types, and which writes them again. */
  private static String program(Dialect dialect, String name) throws IOException {
    StringBuilder program = new StringBuilder();
    program.append("import type { SignedDeviceProfile, Tagged } from \"./").append(name);
    program.append("\";\ndeclare const console: { log(text: string): void };\n");
    program.append("const all: Tagged[] = [\n");
    lines(dialect).lines().forEach(line -> program.append("  ").append(line).append(",\n"));
    program.append("];\n");
    program.append(
        """
        function copied(profile: SignedDeviceProfile): SignedDeviceProfile {
          return { Identifier: profile.Identifier, SignedData: profile.SignedData };
        }
        for (const one of all) {
          const read = JSON.parse(JSON.stringify(one)) as Tagged;
          const written: Tagged =
            "SignedDeviceProfile" in read
              ? { SignedDeviceProfile: copied(read.SignedDeviceProfile) }
              : read;
          console.log(JSON.stringify(written));
        }
        """);
    int number = 0;
    for (String mistake : MISTAKES) {
      program.append("// @ts-expect-error\nexport const mistake").append(number++);
      program.append(": Tagged = ").append(mistake).append(";\n");
    }
    return program.toString();
  }

  @Test
  void aSchemaWithAMistakeIsNoticedByTheCompilers() throws Exception {
    write(Dialect.MESH, SchemaFormat.C, "schema.h");
    Path header = directory.resolve("schema.h");
    Files.writeString(
        header, Files.readString(header).replaceFirst("mesh_text Identifier;", "mesh_text Id;"));
    Files.writeString(directory.resolve("parser.c"), resource("table_parser.c"));
    Program compiled =
        Program.run(directory, "", List.of("cc", "-std=c11", "-fsyntax-only", "parser.c"));
    assertNotEquals(0, compiled.code());
    assertTrue(compiled.output().contains("Identifier"), compiled.output());
  }
}
