package dev.meshsim.wizard.terminal;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.wizard.Conversation;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * A conversation on a terminal of at least 40 columns. Ctrl-C leaves the wizard, Ctrl-D goes back.
 * Ctrl-C while a step is under way takes effect at the next question, so that no step is cut in the
 * middle.
 */
public final class TerminalConversation implements Conversation, AutoCloseable {

  private static final int WIDEST = 78;
  private static final int NAME = 14;

  /** The lines of a page beside its content: a heading of two, two blank ones, two below. */
  private static final int BESIDE = 7;

  private final Terminal terminal;
  private final Attributes original;
  private final Duration pace;
  private final Function<MeshException, Optional<String>> evidence;
  private final Interrupts interrupts;
  private final ScheduledExecutorService inquiries;
  private String kept = "Nothing was changed.";
  private String next = "";
  private boolean waiting;

  /**
   * A conversation.
   *
   * @param terminal a fit one ({@link SystemTerminal#requireFit}), which the caller closes
   * @param pace the first pause between two questions to a portal; the pauses grow to ten times of
   *     it
   * @param evidence keeps the evidence of a failure, and returns a line that says where; empty if
   *     there is none
   */
  public TerminalConversation(
      Terminal terminal, Duration pace, Function<MeshException, Optional<String>> evidence) {
    this.terminal = terminal;
    this.original = terminal.getAttributes();
    this.pace = pace;
    this.evidence = evidence;
    this.inquiries =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "wizard-inquiries");
              thread.setDaemon(true);
              return thread;
            });
    this.interrupts = new Interrupts(inquiries);
    interrupts.handle(terminal);
    // Keys that are typed before their question would be echoed beside it: a share, for example.
    Attributes silent = new Attributes(original);
    silent.setLocalFlag(LocalFlag.ECHO, false);
    terminal.setAttributes(silent);
  }

  /** Asks with Ctrl-C as a key like the others, so that it is not lost if it comes early. */
  private <T> T withKeys(Supplier<T> work) {
    Attributes before = terminal.getAttributes();
    Attributes quiet = new Attributes(before);
    quiet.setLocalFlag(LocalFlag.ISIG, false);
    terminal.setAttributes(quiet);
    try {
      interrupts.check();
      return work.get();
    } finally {
      terminal.setAttributes(before);
    }
  }

  private int width() {
    int columns = terminal.getWidth();
    return columns <= 0 ? WIDEST : Math.min(columns, WIDEST);
  }

  private void line(String text) {
    terminal.writer().println(Quote.of(text));
  }

  private void styled(AttributedStyle style, String text) {
    for (String line : Wrapping.lines(text, width())) {
      new AttributedStringBuilder()
          .styled(style, Quote.of(line))
          .toAttributedString()
          .println(terminal);
    }
  }

  @Override
  public void title(String text) {
    line("");
    styled(AttributedStyle.BOLD, text);
    line("");
    terminal.flush();
  }

  @Override
  public void say(String text) {
    if (waiting) {
      Waiting.erase(terminal);
    }
    Wrapping.lines(text, width()).forEach(this::line);
    terminal.flush();
  }

  @Override
  public void failure(String problem, String hint) {
    styled(
        AttributedStyle.DEFAULT.foreground(AttributedStyle.RED), "That did not work: " + problem);
    Wrapping.lines("hint: " + hint, width()).forEach(this::line);
    terminal.flush();
  }

  @Override
  public void failure(String problem, MeshException failure) {
    failure(problem, failure.hint());
    evidence.apply(failure).ifPresent(this::say);
  }

  @Override
  public void fact(String name, String value) {
    int room = width() - NAME;
    if (Wrapping.columns(value) <= room && name.length() < NAME - 2) {
      line("  " + name + " ".repeat(NAME - 2 - name.length()) + value);
    } else {
      line("  " + name);
      Wrapping.lines(value, width() - 4).forEach(each -> line("    " + each));
    }
    terminal.flush();
  }

  @Override
  public void large(String code) {
    line("");
    boolean blocks = terminal.encoding().newEncoder().canEncode('\u2588');
    if (blocks && BigLetters.draws(code)) {
      BigLetters.lines(code, width() - 2).forEach(each -> line("  " + each));
      line("");
    }
    line("  " + code);
    line("");
    terminal.flush();
  }

  @Override
  public String ask(Question question) {
    Supplier<String> asking =
        () -> interrupts.reading(() -> new Asking(terminal, inquiries, width()).ask(question));
    return withKeys(question.secret() ? () -> OtherScreen.on(terminal, asking) : asking);
  }

  @Override
  public int choose(Prompt.Wording question, List<String> choices) {
    say(question.text());
    for (int i = 0; i < choices.size(); i++) {
      String number = String.format(Locale.ROOT, "%3d  ", i + 1);
      List<String> lines = Wrapping.lines(choices.get(i), width() - number.length());
      line(number + lines.get(0));
      lines.subList(1, lines.size()).forEach(each -> line(" ".repeat(number.length()) + each));
    }
    String answer =
        ask(
            Question.of(
                new Prompt.Wording(question.prompt(), "number"), typed -> number(typed, choices)));
    return Integer.parseInt(answer) - 1;
  }

  private static Verdict number(String typed, List<String> choices) {
    String digits = typed.strip();
    if (digits.isEmpty()) {
      return Verdict.unfinished("");
    }
    boolean fits = digits.matches("[1-9][0-9]{0,5}") && Integer.parseInt(digits) <= choices.size();
    return fits ? Verdict.good("") : Verdict.bad("1 to " + choices.size());
  }

  @Override
  public boolean agree(Prompt.Wording question) {
    String answer =
        ask(
            Question.of(
                new Prompt.Wording(question.prompt(), question.text() + " (yes or no)"),
                typed ->
                    switch (typed.strip().toLowerCase(Locale.ROOT)) {
                      case "" -> Verdict.unfinished("");
                      case "y", "yes", "n", "no" -> Verdict.good("");
                      case "ye" -> Verdict.unfinished("");
                      default -> Verdict.bad("yes or no");
                    }));
    return answer.toLowerCase(Locale.ROOT).startsWith("y");
  }

  @Override
  public void secret(Prompt.Wording about, List<String> lines) {
    List<List<String>> pages = Wrapping.pages(lines, width() - 2, rows());
    for (int page = 0; page < pages.size(); page++) {
      String which = pages.size() == 1 ? "" : " page " + (page + 1) + " of " + pages.size();
      page(about.text() + which, pages.get(page));
    }
  }

  /** The lines that a page has room for, between its heading and the line below it. */
  private int rows() {
    int rows = terminal.getSize().getRows();
    return rows <= 0 ? Integer.MAX_VALUE : Math.max(1, rows - BESIDE);
  }

  private void page(String heading, List<String> lines) {
    withKeys(
        () ->
            OtherScreen.on(
                terminal,
                () -> {
                  say(heading);
                  line("");
                  lines.forEach(each -> line("  " + each));
                  line("");
                  say("Press Enter to go on: it is erased then.");
                  new Keys(terminal, interrupts).untilEnter();
                  return "";
                }));
  }

  @Override
  public <T> Optional<T> await(Prompt.Wording about, Supplier<Optional<T>> ask) {
    waiting = true;
    try {
      return withKeys(
          () ->
              new Waiting(terminal, new Keys(terminal, interrupts), pace, width())
                  .await(about.text(), ask));
    } finally {
      waiting = false;
    }
  }

  @Override
  public void kept(String nowKept, String nowNext) {
    kept = nowKept;
    next = nowNext;
  }

  @Override
  public void left() {
    line("");
    say("Stopped. " + kept);
    if (!next.isEmpty()) {
      say(next);
    }
  }

  @Override
  public void back() {
    say("Back. " + kept);
  }

  @Override
  public void close() {
    inquiries.shutdownNow();
    terminal.setAttributes(original);
    terminal.flush();
  }
}
