package dev.meshsim.wizard.terminal;

import dev.meshsim.wizard.Leaving;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;

/** Asks a question on a line of its own until the answer is good. */
final class Asking {

  /** The columns that an answer has at least; most account names have fewer. */
  private static final int ROOM = 18;

  private static final Widget LEAVE =
      () -> {
        throw new UserInterruptException("");
      };

  /** JLine itself goes back by Ctrl-D only while nothing is typed. */
  private static final Widget BACK =
      () -> {
        throw new EndOfFileException();
      };

  private final Terminal terminal;
  private final ScheduledExecutorService inquiries;
  private final int width;

  Asking(Terminal terminal, ScheduledExecutorService inquiries, int width) {
    this.terminal = terminal;
    this.inquiries = inquiries;
    this.width = width;
  }

  String ask(Question question) {
    List<String> prompt = prompt(question);
    String begun = "";
    while (true) {
      prompt.subList(0, prompt.size() - 1).forEach(terminal.writer()::println);
      terminal.flush();
      TypedLine typed = new TypedLine(question, inquiries);
      String answer = read(reader(typed), prompt.get(prompt.size() - 1) + " ", begun).strip();
      if (answer.isEmpty() && !question.proposal().isEmpty()) {
        terminal.writer().println("  " + question.proposal());
        return question.proposal();
      }
      Verdict verdict = typed.judge(answer);
      if (verdict.kind() == Verdict.Kind.GOOD) {
        return answer;
      }
      String note = verdict.note().isEmpty() ? "an answer is needed" : verdict.note();
      Wrapping.lines("  " + note, width).forEach(line -> terminal.writer().println("  " + line));
      terminal.flush();
      begun = answer;
    }
  }

  /**
   * The lines of the prompt. The answer begins behind the last, on a line of its own if there is
   * little room or if it is a share: its 36 letters and dashes shall be on one line of 40 columns.
   */
  private List<String> prompt(Question question) {
    List<String> lines = new ArrayList<>(Wrapping.lines(text(question), width - 1));
    int left = width - 1 - Wrapping.columns(lines.get(lines.size() - 1));
    if (question.secret() || left < ROOM) {
      lines.add(">");
    }
    return lines;
  }

  private static String text(Question question) {
    return question.text()
        + (question.proposal().isEmpty() ? "" : " [" + question.proposal() + "]")
        + ":";
  }

  private LineReader reader(TypedLine typed) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(ReaderTerminal.of(terminal))
            .appName("mesh-sim")
            .highlighter(typed)
            .variable(LineReader.DISABLE_HISTORY, true)
            .variable(LineReader.DISABLE_COMPLETION, true)
            .variable(LineReader.BELL_STYLE, "none")
            .option(Option.BRACKETED_PASTE, false)
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
    keys.bind(LEAVE, KeyMap.ctrl('C'));
    keys.bind(BACK, KeyMap.ctrl('D'));
    reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
    return reader;
  }

  private static String read(LineReader reader, String prompt, String begun) {
    try {
      return reader.readLine(prompt, null, (Character) null, begun);
    } catch (UserInterruptException e) {
      throw new Leaving(Leaving.Way.OUT);
    } catch (EndOfFileException e) {
      throw new Leaving(Leaving.Way.BACK);
    } finally {
      reader.getBuffer().zeroOut();
      // The reader interrupts its thread at some signals, and a store must not be closed so.
      Thread.interrupted();
    }
  }
}
