package dev.meshsim.wizard.terminal;

import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Verdict;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * The line that is being typed: it is judged at each key, and shown in the colour of the verdict
 * with the verdict's note behind it. An inquiry starts when typing pauses.
 */
final class TypedLine implements Highlighter {

  /** Most people type faster than this. */
  private static final long PAUSE_MILLIS = 300;

  private final Question question;
  private final ScheduledExecutorService inquiries;
  private @Nullable String judged;
  private Verdict verdict = Verdict.unfinished("");

  TypedLine(Question question, ScheduledExecutorService inquiries) {
    this.question = question;
    this.inquiries = inquiries;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    Verdict now = judge(reader, buffer);
    String note = now.note();
    reader.setTailTip(note.isEmpty() || buffer.isEmpty() ? "" : "  " + note);
    AttributedStyle style =
        switch (now.kind()) {
          case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
          case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
          case UNFINISHED, UNKNOWN -> AttributedStyle.DEFAULT;
        };
    return new AttributedString(buffer, style);
  }

  private synchronized Verdict judge(LineReader reader, String buffer) {
    if (!buffer.equals(judged)) {
      judged = buffer;
      verdict = question.check().apply(buffer);
      if (verdict.kind() == Verdict.Kind.UNKNOWN && question.inquiry().isPresent()) {
        verdict = Verdict.unknown("...");
        inquireLater(reader, buffer, question.inquiry().get());
      }
    }
    return verdict;
  }

  private void inquireLater(LineReader reader, String buffer, Function<String, Verdict> inquiry) {
    inquiries.schedule(
        () -> {
          if (isStill(buffer)) {
            settle(buffer, inquiry.apply(buffer));
            redisplay(reader);
          }
        },
        PAUSE_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private synchronized boolean isStill(String buffer) {
    return buffer.equals(judged);
  }

  private synchronized void settle(String buffer, Verdict found) {
    if (buffer.equals(judged)) {
      verdict = found;
    }
  }

  private static void redisplay(LineReader reader) {
    try {
      reader.callWidget(LineReader.REDISPLAY);
    } catch (IllegalStateException e) {
      // The line was entered meanwhile; it is judged again then.
      return;
    }
  }

  /** The verdict on the line that was entered; asks what is still unknown. */
  Verdict judge(String entered) {
    Verdict known;
    synchronized (this) {
      known = entered.equals(judged) ? verdict : question.check().apply(entered);
    }
    return known.kind() == Verdict.Kind.UNKNOWN ? question.judge(entered) : known;
  }
}
