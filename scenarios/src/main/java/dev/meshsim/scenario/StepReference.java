package dev.meshsim.scenario;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.forger.Forgery;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the reference of the scenario format, {@code docs/scenarios.md}, from the table. */
public final class StepReference {

  private static final String INTRODUCTION =
      """
      # Scenarios

      This page is generated from the table of steps; do not edit it. To write it anew, run
      `mvn -pl scenarios -am test -Dtest=ReferencesTest -Dmeshsim.write=true
      -Dsurefire.failIfNoSpecifiedTests=false`.

      A scenario is a list of steps and the results they must have. It is a YAML 1.2 file whose name ends
      in `.yaml` or `.yml`. Its name is its path below the directory that is run, without that end;
      the name of a file that is run by itself is its own. `bin/mesh-sim run` runs every scenario in
      `scenarios/` and the directories below it.

      ```yaml
      purpose: Alice's second device joins her profile after she has compared the codes.
      machines: [desktop, phone]
      portal: example.com

      steps:
        - createDevice: desktop
        - createAccount: alice@example.com
          on: desktop
        - createDevice: phone
        - connect: alice@example.com
          on: phone
        - connectPending: desktop
          expect: [1 pending, same authenticator]
        - connectClose: phone
          on: desktop
          result: ACCEPTED
        - await: phone
          expect: accepted
      ```

      The smallest useful scenario makes one thing and looks at it:

      ```yaml
      purpose: The name of an account is free until somebody has it.
      machines: [desktop]
      portal: example.com
      steps:
        - createDevice: desktop
        - createAccount: alice@example.com
        - validate: alice@example.com
          expect: not valid
      ```

      | Key | Value |
      |---|---|
      | `purpose` | one line that says what the scenario shows |
      | `machines` | the simulated machines, each with a store and keys of its own |
      | `portal` | the portal's domain, or a list of at most 8; machines reach the portal of an account by its domain |
      | `dialect` | the dialect of everything that is written, one of %s; default `%s` |
      | `suite` | the algorithms, one of %s; default `%s`, in `portal-2017` always `%s` |
      | `checkpoints` | when the portals make [checkpoints](transparency.md) of their logs: `each request`, or a time such as `1 minute` for the first request after that time or after 1,000 records; without the key they make none |
      | `witnesses` | how many [witnesses](transparency.md#witnesses) must have cosigned a checkpoint, of how many: `2 of 3`; they are `w1`, `w2` and so on. The portals ask them before each step and every quarter of an hour of a `wait`, and the machines demand them |
      | `peers` | how often the portals fetch each other's checkpoints: `1 hour` |
      | `logs` | log files with the records that the portal has before the first step, as `mesh-sim log import` reads them; names relative to the file |
      | `tags` | lower-case words by which scenarios are chosen; `rule:` and a name of [docs/coverage.md](coverage.md) for each rule that the scenario shows |
      | `oracles` | `all`, or a list of the oracles of [docs/simulation.md](simulation.md) that watch the steps; the step after which one speaks fails |
      | `trace` | the events of the run of a finding, as [mesh-sim simulate](simulation.md#findings) writes them; the case fails, and names the first event that differs |
      | `rows` | a list of rows; the scenario is run once for each |
      | `steps` | the steps, in order |

      ## Rows and variables

      A row is a name and values of variables. Each row is a case of its own, called
      `scenario[row]`. `{variable}` in any value of a step is the row's value; every row gives a value
      to each variable. `{name}` is the row's name. `{run}` needs no row: a short text derived from the
      seed and the case, for names of accounts that can be made again at one portal. A value that
      has such braces is quoted, as YAML demands. `{{variable}}` is the text `{variable}`; other
      braces have no meaning.

      ```yaml
      rows:
        - {name: free, user: alice, seen: valid}
        - {name: reserved, user: postmaster, seen: not valid}
      steps:
        - validate: "{user}@example.com"
          expect: "{seen}"
      ```

      ## Steps

      A step is one call of the API. Its first key is the call, spelled as in the API; the other keys
      follow in any order. `on` names the machine that acts; it is optional if the scenario has only
      one machine. `expect` lists the expectations, `label` names the step's messages, and `because` is a
      reason that a failure quotes. Without a label the messages are named by call and machine:
      `connect-phone`; a step that sends several adds the transaction: `connect-phone.Get`.
      A machine remembers the latest thing of each kind that its steps have made: its device, its
      personal profile, its connection request, its escrow entry, its application.

      Every value is text: `no`, `on` and `012` are strings and have no other meaning. Aliases,
      anchors, tags and a second document are refused, and so are unknown keys, duplicate keys and
      machines that are not listed. All problems of a file are reported at once, each with its
      line and column. A file with problems is not run; the other files are.

      What a case needs around it follows from its steps and its first keys, and `mesh-sim run --list`
      shows it:

      | Need | |
      |---|---|
      %s

      ## In an editor

      [scenario.schema.json](scenario.schema.json) is a JSON Schema (2020-12) of scenario files, generated
      from the same table. Editors with a YAML language server read its place from the first line of a
      file:

      ```yaml
      # yaml-language-server: $schema=../docs/scenario.schema.json
      ```

      The schema has the keys, the forms of their values and the expectations of each call. Only the
      reader knows the rest:

      - the call is the first key of its step; a key occurs once;
      - machines and portals that a step names are in the lists, and an account has the domain of a portal;
      - a machine has what the step needs by then, such as a device or a list of pending requests;
      - a quorum is from 2 to the number of shares, and a share is one of an escrow made before;
      - an error code exists;
      - variables have values, every row has the same ones, each is used, and no two rows have one name;
      - a value in which a variable stands is right in every row;
      - texts that differ in blanks or in case only where that makes no difference; limits of size.

      ## Expectations

      `expect` is one expectation or a list of expectations, all of which must hold. Unless one of
      them is a failure, the call must succeed. If an expectation does not hold, the scenario has
      failed and its later steps are not run. `not` before an expectation of a call is its opposite:
      `not administrator phone` holds if the outcome does not show `administrator phone`.

      """;

  /** The keys that every step takes; the introduction describes them once for all steps. */
  private static final Set<String> COMMON_KEYS = Set.of("on", "expect", "label", "because");

  private StepReference() {}

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  /** The whole page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                INTRODUCTION,
                quoted(Dialect.labels()),
                Dialect.MESH.label(),
                quoted(Suites.names(Dialect.MESH)),
                Suites.defaultOf(Dialect.MESH).label(),
                Suites.defaultOf(Dialect.PORTAL_2017).label(),
                Stream.of(Need.values())
                    .map(need -> "| `" + need.word() + "` | " + need.meaning() + " |")
                    .collect(Collectors.joining("\n"))));
    page.append("Every step can have these expectations:\n\n");
    forms(page, StepKinds.COMMON);
    page.append(
        """
        Placeholders: `{status}` is a status of the portal such as `409`, `{code}` the code of an error
        such as `share.too-few`, `{machine}` one of the machines, `{n}` a number, `{text}` and `{secret}` any
        text. [statuses.md](statuses.md) lists every status and [errors.md](errors.md) every code.

        """);
    page.append("## The calls\n\n");
    StepKinds.all().forEach(kind -> step(page, kind));
    page.append("## The faults\n\n| Fault | of | |\n|---|---|---|\n");
    for (Fault fault : Fault.values()) {
      page.append("| `").append(fault.label()).append("` | ").append(fault.place().label());
      page.append(" | ").append(fault.effect()).append(" |\n");
    }
    page.append(
        """

        A simulation draws one rate for a run: one operation in N meets a fault, which is drawn from
        those of the run. A fault happens to:

        """);
    for (Fault.Place place : Fault.Place.values()) {
      String names =
          Fault.of(place).stream()
              .map(fault -> "`" + fault.label() + "`")
              .collect(Collectors.joining(", "));
      page.append("- ").append(names).append(": ").append(place.rate()).append(".\n");
    }
    page.append("\n## The forged requests\n\n| Request | |\n|---|---|\n");
    for (Forgery forgery : Forgery.values()) {
      page.append("| `").append(forgery.label()).append("` | ").append(forgery.effect());
      page.append(" |\n");
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static void step(StringBuilder page, StepKind kind) {
    page.append("### ").append(kind.word()).append("\n\n");
    page.append(kind.meaning()).append("\n\n`").append(kind.call()).append("`\n\n");
    page.append("| Key | Value | |\n|---|---|---|\n");
    for (Member member : kind.members()) {
      if (!COMMON_KEYS.contains(member.name())) {
        page.append("| `").append(member.name()).append("` | ").append(member.type().accepted());
        page.append(", `").append(member.type().example()).append("` | ");
        page.append(member.meaning()).append(member.required() ? "" : " (optional)").append(" |\n");
      }
    }
    page.append('\n');
    if (!kind.needs().isEmpty()) {
      page.append("Needs on the machine: ").append(things(kind.needs())).append(".\n\n");
    }
    if (!kind.surroundings().isEmpty()) {
      page.append("Needs around it: ");
      page.append(
          kind.surroundings().stream().sorted().map(Need::word).collect(Collectors.joining(", ")));
      page.append(".\n\n");
    }
    kind.gives()
        .ifPresent(
            thing -> page.append("Gives the machine: ").append(thing.words()).append(".\n\n"));
    if (!kind.loses().isEmpty()) {
      page.append("The machine loses: ");
      page.append(kind.loses().stream().map(Possession::words).collect(Collectors.joining(", ")));
      page.append(".\n\n");
    }
    if (!kind.forms().isEmpty()) {
      forms(page, kind.forms());
    }
  }

  private static String things(List<Possession> things) {
    return things.stream()
        .map(thing -> thing.words() + " (" + thing.origin() + ")")
        .collect(Collectors.joining(", "));
  }

  private static void forms(StringBuilder page, List<ExpectForm> forms) {
    page.append("| Expectation | holds if |\n|---|---|\n");
    for (ExpectForm form : forms) {
      page.append("| `").append(form.template()).append("` | ").append(form.meaning());
      page.append(" |\n");
    }
    page.append('\n');
  }
}
