package dev.meshsim.cli.wizard;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputFile;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.wizard.connect.ApplicationText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The subcommands of both wizards for the applications that this device was given. */
public final class ApplicationVerbs {

  private ApplicationVerbs() {}

  /**
   * An application that was just read.
   *
   * @param updated the time of the version that was read, or of one before
   */
  private record Opened(ApplicationSession session, String updated) {

    static Opened of(MeshSession session, String wanted) {
      PersonalSession profile = Profiles.of(session, null);
      String udf = Profiles.applicationOf(profile, wanted).identifier().text();
      String updated = profile.applicationOverview(udf).updated().toString();
      return new Opened(profile.application(udf), updated);
    }
  }

  /** {@code mesh-sim connect read} and {@code mesh-sim manager read}. */
  @Command(
      name = "read",
      description = {
        "Prints an application of any type: its content, what it publishes, and its devices'"
            + " parts.",
        "A password or private key is printed as {\"hidden\":true} unless secrets are asked for."
      },
      mixinStandardHelpOptions = true)
  public static final class Read extends Verb {

    @Parameters(
        paramLabel = "APPLICATION",
        description = "The application, by type or fingerprint.")
    private String application = "";

    @Option(names = "--secrets", description = "Print passwords and private keys too.")
    private boolean secrets;

    public Read(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      Opened opened = Opened.of(session, application);
      Facts facts =
          new Facts()
              .put("application", opened.session().udf().text())
              .put("type", opened.session().type())
              .put("updated", opened.updated());
      ApplicationText.of(opened.session(), secrets)
          .properties()
          .forEach(member -> facts.put(member.getKey(), member.getValue()));
      return facts;
    }
  }

  /** {@code mesh-sim connect update} and {@code mesh-sim manager update}. */
  @Command(
      name = "update",
      description = {
        "Replaces the content of an application, and what it publishes, with that of a file.",
        "Refused if the file is all that read printed and the application has changed since then."
      },
      mixinStandardHelpOptions = true)
  public static final class Update extends Verb {

    private static final List<String> WHOLE = List.of("application", "type", "content");

    @Parameters(
        index = "0",
        paramLabel = "APPLICATION",
        description = "The application, by type or fingerprint.")
    private String application = "";

    @Parameters(
        index = "1",
        paramLabel = "FILE",
        description =
            "The JSON that read --secrets --format json prints, or its content only; - reads"
                + " standard input.")
    private String file = "";

    public Update(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      InputFile input = InputFile.read(file);
      JsonNode tree = input.tree();
      Optional<String> hidden = ApplicationText.hidden(tree);
      if (hidden.isPresent()) {
        throw input.wrong(
            "the secret at " + hidden.get() + " is hidden",
            "print the application with read --secrets, and change that");
      }
      Opened read = Opened.of(session, application);
      ApplicationSession opened = read.session();
      if (WHOLE.stream().allMatch(tree::has)) {
        requireSame(input, tree, opened);
        requireUnchanged(input, tree, read.updated());
        change(opened, ApplicationText.type(opened), input, written(tree.path("content")));
        ApplicationText.type(opened)
            .published()
            .filter(part -> tree.has("published"))
            .ifPresent(part -> publish(opened, part, input, written(tree.path("published"))));
      } else {
        change(opened, ApplicationText.type(opened), input, input.text());
      }
      opened.update();
      return new Facts().put("updated", opened.udf().text()).put("type", opened.type());
    }

    /** Refuses the JSON of another application, and parts that are not changed here. */
    private static void requireSame(InputFile input, JsonNode tree, ApplicationSession opened) {
      if (!tree.path("application").asString("").equals(opened.udf().text())) {
        throw input.wrong(
            "it is of another application than " + opened.udf(),
            "name the application that it was read from, or give its content only");
      }
      ObjectNode now = ApplicationText.of(opened, true);
      for (String part : List.of("devices", "device")) {
        if (tree.has(part) && !tree.path(part).equals(now.path(part))) {
          throw new InputException(
              "the member " + part + " is not as the application has it",
              "leave it out: a device's part is changed by that device's programs only");
        }
      }
    }

    private static void requireUnchanged(InputFile input, JsonNode tree, String updated) {
      if (tree.has("updated") && !tree.path("updated").asString("").equals(updated)) {
        throw input.wrong(
            "the application was changed at " + updated + ", after it was read",
            "read it again, and make the change in that");
      }
    }

    private static Bytes written(JsonNode part) {
      return MeshJson.write(part);
    }

    private static <C extends Record> void change(
        ApplicationSession opened, ApplicationType<C> type, InputFile input, Bytes text) {
      C content = input.checked(() -> MeshJson.read(text, type.content()));
      opened.change(type.content(), before -> content);
    }

    private static <P extends Record> void publish(
        ApplicationSession opened, Class<P> type, InputFile input, Bytes text) {
      P part = input.checked(() -> MeshJson.read(text, type));
      opened.changePublished(type, before -> part);
    }
  }
}
