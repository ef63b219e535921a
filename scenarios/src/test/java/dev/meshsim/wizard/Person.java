package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.fail;

import dev.meshsim.error.MeshException;
import dev.meshsim.testing.Golden;
import dev.meshsim.wizard.terminal.TerminalConversation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;

/**
 * A person at a terminal in memory, who reads its screen and types. The screen is tall, so that a
 * whole conversation stays on it.
 */
final class Person implements AutoCloseable {

  private static final int ROWS = 300;
  private static final String TITLE = "Mesh ";
  private static final int HEAD = 12;
  private static final int PAUSE_MILLIS = 5;
  private static final int GRACE_MILLIS = 300;
  private static final int PATIENCE_SECONDS = 20;

  private final Keyboard keyboard;
  private final ScreenTerminal screen;
  private final CompletableFuture<Integer> code;
  private final List<String> secrets = new ArrayList<>();
  private final Recording recording = new Recording();
  private int read;
  private int mainRead;
  private String before = "";

  private Person(Keyboard keyboard, ScreenTerminal screen, CompletableFuture<Integer> code) {
    this.keyboard = keyboard;
    this.screen = screen;
    this.code = code;
  }

  /** A person at a wizard in this process that keeps no evidence. */
  static Person at(int columns, ToIntFunction<Conversation> wizard) throws IOException {
    return at(columns, failure -> Optional.empty(), wizard);
  }

  /** A person at a wizard in this process. */
  static Person at(
      int columns,
      Function<MeshException, Optional<String>> evidence,
      ToIntFunction<Conversation> wizard)
      throws IOException {
    ScreenTerminal.VirtualTerminal virtual =
        ScreenTerminal.withTerminal("person", "xterm", columns, ROWS);
    LineDisciplineTerminal terminal = virtual.terminal();
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () -> {
              try (TerminalConversation talk =
                  new TerminalConversation(terminal, Duration.ofMillis(20), evidence)) {
                return wizard.applyAsInt(talk);
              }
            },
            work -> new Thread(work, "wizard").start());
    return new Person(Keyboard.of(terminal), virtual.screen(), code);
  }

  /** A person at a program in a process of its own, at a pseudo-terminal of the system. */
  static Person running(List<String> command, Path directory) throws IOException {
    Process process = Keyboard.script(command, directory, ROWS);
    ScreenTerminal screen = new ScreenTerminal(80, ROWS);
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () -> {
              try (InputStreamReader out =
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
                char[] some = new char[1024];
                for (int count = out.read(some); count >= 0; count = out.read(some)) {
                  screen.write(new String(some, 0, count));
                }
                return process.waitFor();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            work -> new Thread(work, "terminal").start());
    return new Person(Keyboard.of(process), screen, code);
  }

  /**
   * The lines of the screen without white space at their ends, up to the last that is not blank.
   */
  List<String> lines() {
    long[] cells = new long[screen.getWidth() * screen.getHeight()];
    screen.dump(cells, null);
    List<String> lines = new ArrayList<>();
    int blank = 0;
    for (int row = 0; row < screen.getHeight(); row++) {
      int width = filled(cells, row);
      StringBuilder line = new StringBuilder(width);
      for (int column = 0; column < width; column++) {
        int point = ScreenTerminal.cellCodePoint(cells[row * screen.getWidth() + column]);
        line.appendCodePoint(point == 0 ? ' ' : point);
      }
      blank = width == 0 ? blank + 1 : 0;
      lines.add(line.toString());
    }
    return new ArrayList<>(lines.subList(0, lines.size() - blank));
  }

  /** The columns of a row up to the last that is not blank. */
  private int filled(long[] cells, int row) {
    int width = screen.getWidth();
    while (width > 0) {
      int point = ScreenTerminal.cellCodePoint(cells[row * screen.getWidth() + width - 1]);
      if (point != 0 && point != ' ') {
        break;
      }
      width--;
    }
    return width;
  }

  String text() {
    return String.join("\n", lines());
  }

  /** The screen from the last answer on; all of it if it is another screen than then. */
  private String unread() {
    List<String> lines = lines();
    boolean same = read > 1 && lines.size() >= read && lines.get(read - 2).equals(before);
    int from =
        same ? read - 1 : isMain(lines) ? Math.max(0, Math.min(mainRead, lines.size()) - 1) : 0;
    return String.join("\n", lines.subList(from, lines.size()));
  }

  /** True if it is the screen with the wizard's heading, perhaps below a warning of the JVM. */
  private static boolean isMain(List<String> lines) {
    return lines.stream().limit(HEAD).anyMatch(line -> line.startsWith(TITLE));
  }

  private void mark() {
    List<String> lines = lines();
    read = lines.size();
    before = read > 1 ? lines.get(read - 2) : "";
    // The other screen has no heading.
    mainRead = isMain(lines) ? read : mainRead;
  }

  /** Waits until the screen shows a text below what was read before. */
  Person sees(String text) {
    return sees(() -> unread().replaceAll("\\s+", " ").contains(text), text);
  }

  /** Waits until something has happened. */
  Person sees(BooleanSupplier event, String text) {
    for (int tries = 0; tries < PATIENCE_SECONDS * 1000 / PAUSE_MILLIS; tries++) {
      if (event.getAsBoolean()) {
        return this;
      }
      if (code.isDone() && tries > GRACE_MILLIS / PAUSE_MILLIS) {
        break;
      }
      pause();
    }
    return fail("the screen does not show " + text + ":\n" + text(), failure());
  }

  /** The failure that has ended the wizard, if one has. */
  private @Nullable Throwable failure() {
    return code.isCompletedExceptionally() ? code.handle((done, failure) -> failure).join() : null;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Person types(String keys) {
    try {
      keyboard.type(keys.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Enters what was typed. */
  Person enters() {
    mark();
    return types("\r");
  }

  /** The code that the screen shows. */
  String code() {
    return lines().stream()
        .map(String::strip)
        .filter(line -> line.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** Waits for a question and answers it. */
  Person answers(String question, String answer) {
    return sees(question).types(answer).enters();
  }

  /** Waits for a list of choices and chooses the one that begins so. */
  Person chooses(String choice) {
    Pattern line = Pattern.compile("(?m)^ *([0-9]+)  " + Pattern.quote(choice));
    for (int tries = 0; tries < PATIENCE_SECONDS * 1000 / PAUSE_MILLIS; tries++) {
      String shown = unread();
      Matcher found = line.matcher(shown);
      if (found.find() && shown.indexOf("number:", found.start()) > 0) {
        return answers("number:", found.group(1));
      }
      pause();
    }
    return fail("the screen does not offer " + choice + ":\n" + text());
  }

  /** Waits for a secret on the screen, writes down the line with it, and has it erased. */
  String writesDown(String about) {
    sees(about);
    sees("Press Enter");
    List<String> shown = lines();
    secrets.add(text());
    recording.add(mainRead, "erased by Enter", shown);
    types("\r");
    return shown.stream().filter(line -> line.startsWith("  ")).findFirst().orElseThrow().strip();
  }

  /** Sets the line before which the next recordings of the other screen stand. */
  Person recordsBefore(String line) {
    recording.before(line);
    return this;
  }

  /** The screens that showed secrets. */
  List<String> secretScreens() {
    return secrets;
  }

  /**
   * Compares the screen with a recording in a file. Screens that showed a secret, and are erased,
   * stand at their places in a frame.
   */
  void assertRecorded(Path file) throws IOException {
    Golden.assertSame(file, recording.text(lines()));
  }

  /** Puts the line that is being typed into the recording, with the note behind it. */
  Person recordsLine() {
    List<String> lines = lines();
    boolean other = !isMain(lines);
    int last = lines.size() - 1;
    recording.add(
        other ? mainRead : last,
        "while it is typed",
        other ? lines : lines.subList(last, lines.size()));
    return this;
  }

  int ends() {
    try {
      return code.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(text(), e);
    }
  }

  @Override
  public void close() throws IOException {
    keyboard.close();
  }
}
