package dev.meshsim.scenario;

import dev.meshsim.dialect.Dialect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the reference of the scenario format, {@code docs/scenarios.md}, from the table. */
public final class StepReference {

  private static final String INTRODUCTION =
      """
      # Scenarios

      This page is generated from the table of steps; do not edit it. To write it anew, run
      `mvn -pl scenarios -am test -Dtest=ReferencesTest -Dmeshsim.write=true
      -Dsurefire.failIfNoSpecifiedTests=false`.

      A scenario says what happens and what has to come of it. It is a YAML 1.2 file whose name ends
      in `.yaml`; the name without that is the scenario's name. `bin/mesh-sim run` runs every scenario
      in `scenarios/`.

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

      | Key | Value |
      |---|---|
      | `purpose` | one line that says what the scenario shows |
      | `machines` | the simulated machines, each with a store and keys of its own |
      | `portal` | the portal's domain |
      | `dialect` | what everything is written in, one of %s; `%s` where it is left out |
      | `suite` | the algorithms, one of %s; `%s` where it is left out, and in `portal-2017` always `%s` |
      | `logs` | logs that the portal answers from when the first step begins, as `mesh-sim log import` reads them; names relative to the file |
      | `steps` | what happens, in order |

      ## Steps

      A step is one call of the API. Its first key is the call, spelled as the API spells it; the
      other keys follow in any order. `on` names the machine that acts; with one machine it goes
      without saying. `expect` says what the outcome has to show, and `label` names the
      step's messages in the trace. A machine remembers, of each kind, the latest thing its steps
      have made: its device, its personal profile, its connection request, its escrow entry, its application.

      Every value is the text that is written: `no`, `on` and `012` mean nothing else. Aliases,
      anchors, tags and a second document are refused, as are unknown keys, keys that stand twice
      and machines that are not listed. All problems of a file are reported at once, each with its
      line and column; such a file is not run, the others are.

      ## Expectations

      `expect` is one text or a list of texts, all of which have to be so. Where it is left out, or
      says nothing of a failure, the call has to succeed. When a step does not show what is
      expected, the scenario has failed and its later steps are not run.

      """;

  /** The keys that every step takes are described once. */
  private static final Set<String> COMMON_KEYS = Set.of("on", "expect", "label");

  private StepReference() {}

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  /** The whole page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            INTRODUCTION.formatted(
                quoted(Dialect.labels()),
                Dialect.MESH.label(),
                quoted(Suites.names(Dialect.MESH)),
                Suites.defaultOf(Dialect.MESH).label(),
                Suites.defaultOf(Dialect.PORTAL_2017).label()));
    page.append("Every step can show these:\n\n");
    forms(page, StepKinds.COMMON);
    page.append(
        """
        In these, `{status}` is a status of the portal such as `409`, `{code}` an error's stable name
        such as `share.too-few`, `{machine}` one of the machines, `{n}` a number and `{text}` any
        text.

        """);
    page.append("## The calls\n\n");
    StepKinds.all().forEach(kind -> step(page, kind));
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
    kind.gives()
        .ifPresent(
            thing -> page.append("Gives the machine: ").append(thing.words()).append(".\n\n"));
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
