package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import dev.meshsim.wizard.Walk.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ctrl-C and Ctrl-D at each question of both wizards: the exit code, what is said, what is kept,
 * and how the next start goes on.
 */
@Once
class LeavingTest {

  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final int STOPPED = 130;

  private static List<Walk> walks() {
    return Walks.all();
  }

  /** A person who is asked the question of a walk that follows some given answers. */
  private static final class Asked implements AutoCloseable {

    private final AtomicReference<Rehearsal> rehearsal = new AtomicReference<>();
    private final Person person;

    Asked(Walk walk, Homes homes, List<Rehearsal.Answer> answers, Prompt prompt)
        throws IOException {
      person =
          Person.at(
              80,
              talk -> {
                rehearsal.set(new Rehearsal(talk, answers));
                return walk.run(homes, rehearsal.get());
              });
      person.sees(() -> reached() == prompt, prompt.name());
    }

    private Prompt reached() {
      Rehearsal now = rehearsal.get();
      Prompt.Wording wording = now == null ? null : now.reached();
      return wording == null ? null : wording.prompt();
    }

    /** Waits until keys are read. */
    Person ready() {
      return person.sees(rehearsal.get().reached().text());
    }

    @Override
    public void close() throws IOException {
      person.close();
    }
  }

  @ParameterizedTest
  @MethodSource("walks")
  void ctrlCIsAnsweredAndTheNextStartGoesOn(Walk walk) throws IOException {
    Map<Long, List<String>> states = new HashMap<>();
    Homes homes = before(walk);
    states.put(0L, homes.state(walk.machine()));
    for (int at = 0; at < walk.steps().size(); at++) {
      Step step = walk.steps().get(at);
      try (Asked asked = new Asked(walk, homes, walk.answersTo(at, homes), step.prompt())) {
        asked.ready().types(CTRL_C).sees("Stopped. ").sees(step.kept());
        assertEquals(STOPPED, asked.person.ends(), step.prompt().name());
        assertTrue(homes.paper().stream().noneMatch(asked.person.text()::contains));
      }
      // Nothing has changed since the last answer that changes something.
      long changes = changes(walk, at);
      List<String> left = homes.state(walk.machine());
      assertEquals(states.computeIfAbsent(changes, n -> left), left, step.prompt().name());
      boolean same = changes == 0 && walk.goesOnAlike(at);
      if (!walk.goesOnAlike(at)) {
        goesOn(walk, at, homes);
      }
      if (!same && at + 1 < walk.steps().size()) {
        homes = before(walk);
      }
    }
  }

  /** What is there before a walk. */
  private static Homes before(Walk walk) {
    Homes homes = new Homes();
    walk.before().accept(homes);
    return homes;
  }

  private static long changes(Walk walk, int at) {
    return walk.steps().subList(0, at).stream().filter(Step::changes).count();
  }

  /** The next start goes on after a person has left at a question, and ends the task. */
  private static void goesOn(Walk walk, int at, Homes homes) throws IOException {
    Prompt end = walk.manager() ? Prompt.TASK : walk.end();
    try (Asked asked = new Asked(walk, homes, walk.answersAfter(at, homes), end)) {
      asked.ready().types(CTRL_C);
      assertEquals(STOPPED, asked.person.ends());
    }
    assertTrue(walk.done().test(homes), () -> walk + " is not done after leaving at " + at);
  }

  @ParameterizedTest
  @MethodSource("walks")
  void ctrlDGoesBackWhateverIsTyped(Walk walk) throws IOException {
    Homes homes = before(walk);
    for (int at = 0; at < walk.steps().size(); at++) {
      Step step = walk.steps().get(at);
      List<String> before = homes.state(walk.machine());
      if (changes(walk, at) > 0) {
        homes = before(walk);
        before = List.of();
      }
      try (Asked asked = new Asked(walk, homes, walk.answersTo(at, homes), step.prompt())) {
        asked.ready().types("no" + CTRL_D);
        switch (step.prompt()) {
          case TASK, GIVEN_APPLICATION -> assertEquals(0, asked.person.ends());
          case CONNECTED_ACCOUNT, DEVICE_NAME, CODE_TAKEN, ANSWER -> {
            if (walk.manager()) {
              isBack(asked, step);
            } else {
              asked.person.sees("Stopped. ").sees(step.kept());
              assertEquals(STOPPED, asked.person.ends());
            }
          }
          case SHARE_TYPED_BACK -> asked.person.sees("Press Enter to go on");
          default -> isBack(asked, step);
        }
      }
      if (!before.isEmpty() && step.prompt() != Prompt.SHARE_TYPED_BACK) {
        assertEquals(before, homes.state(walk.machine()), step.prompt().name());
      }
    }
  }

  private static void isBack(Asked asked, Step step) {
    asked.person.sees("Back. ").sees(step.kept().replace("Stopped. ", "")).sees("number:");
    asked.person.types(CTRL_D);
    assertEquals(0, asked.person.ends());
  }

  @Test
  void everyPromptIsInAWalk() {
    Set<Prompt> walked = EnumSet.noneOf(Prompt.class);
    walks().forEach(walk -> walk.steps().forEach(step -> walked.add(step.prompt())));
    assertEquals(EnumSet.allOf(Prompt.class), walked);
  }

  @Test
  void everyPromptIsAskedInOnePlace() throws IOException {
    StringBuilder source = new StringBuilder();
    Path wizard = Golden.root().resolve("scenarios/src/main/java/dev/meshsim/wizard");
    for (String part : List.of(".", "manage", "connect")) {
      try (Stream<Path> files = Files.list(wizard.resolve(part))) {
        for (Path file : files.filter(each -> isAsking(each)).toList()) {
          source.append(Files.readString(file));
        }
      }
    }
    assertFalse(source.toString().contains("new Prompt.Wording"));
    for (Prompt prompt : Prompt.values()) {
      int places = source.toString().split("Prompt\\." + prompt + "\\b", -1).length - 1;
      assertEquals(1, places, prompt.name());
    }
  }

  private static boolean isAsking(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("Prompt.java");
  }

  @Test
  void everyTaskIsInAWalk() throws IOException {
    Set<String> taken = new TreeSet<>();
    Homes homes = new Homes();
    for (Walk walk : walks()) {
      for (Step step : walk.steps()) {
        if (step.prompt() == Prompt.TASK || step.prompt() == Prompt.ACCOUNT_TASK) {
          taken.add(step.answer().apply(homes));
        }
      }
    }
    List<String> offered = new ArrayList<>();
    for (java.util.function.Consumer<Homes> scene :
        List.<java.util.function.Consumer<Homes>>of(none -> {}, Scenes::twoAccounts)) {
      Homes there = new Homes();
      scene.accept(there);
      offered.addAll(offered(there, List.of()));
      if (!there.session("desktop").accounts().isEmpty()) {
        offered.addAll(
            offered(there, List.of(new Rehearsal.Answer(Prompt.TASK, () -> "Accounts"))));
      }
    }
    offered.removeIf(name -> taken.stream().anyMatch(name::startsWith));
    assertEquals(Set.of("Leave", "Back", "Show the profile"), Set.copyOf(offered));
  }

  private static List<String> offered(Homes homes, List<Rehearsal.Answer> answers)
      throws IOException {
    AtomicReference<Rehearsal> rehearsal = new AtomicReference<>();
    try (Person person =
        Person.at(
            80,
            talk -> {
              rehearsal.set(new Rehearsal(talk, answers));
              return homes.manager("desktop", rehearsal.get());
            })) {
      person.sees("number:").types(CTRL_C);
      assertEquals(STOPPED, person.ends());
    }
    return rehearsal.get().offered();
  }
}
