package dev.meshsim.cli.schema;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.PathArgument;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.schema.Schemas;
import dev.meshsim.schema.export.SchemaFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mesh-sim schema export}. */
@Command(
    name = "export",
    description = {
      "Writes the schema of a dialect, or of a file in text form, in another language.",
      "The formats are json-schema (draft 2020-12), markdown and rfcxml (the reference section of a"
          + " document), protogen (the text form, which --from reads back), typescript, and c (a"
          + " header with tables for a parser)."
    },
    mixinStandardHelpOptions = true)
public final class SchemaExportCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "The format: json-schema, markdown, rfcxml, protogen, typescript or c.")
  private String format = "";

  @Option(
      names = "--dialect",
      paramLabel = "D",
      defaultValue = "mesh",
      description = "The dialect, mesh or portal-2017. Default: ${DEFAULT-VALUE}.")
  private String dialect = "mesh";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "A schema in text form, in place of a dialect's; - reads standard input.")
  private @Nullable String from;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = PathArgument.class,
      description = "The file to write, in place of standard output.")
  private @Nullable Path out;

  public SchemaExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SchemaFormat chosen =
        SchemaFormat.named(format)
            .orElseThrow(
                () ->
                    new InputException(
                        "there is no format " + Quote.text(format),
                        DidYouMean.hint(
                            format,
                            SchemaFormat.words(),
                            "write one of " + String.join(", ", SchemaFormat.words()))));
    String text =
        from == null
            ? chosen.write(Schemas.of(Dialect.named(dialect)), title(Dialect.named(dialect)))
            : chosen.write(SchemaSource.file(from), "The schema of " + Quote.brief(from));
    if (out == null) {
      console.out().print(text);
      console.out().flush();
    } else {
      write(out, text);
    }
    return 0;
  }

  /** The title of a dialect's schema. */
  public static String title(Dialect dialect) {
    return "The objects and messages of the Mesh in the dialect " + dialect.label();
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InputException(
          "cannot write " + Quote.of(file) + ": " + IoReason.of(e),
          "name a file that may be written, in a directory that exists");
    }
  }
}
