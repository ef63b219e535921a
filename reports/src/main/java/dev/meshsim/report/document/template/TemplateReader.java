package dev.meshsim.report.document.template;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.report.document.template.DocumentException.Code;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a template into text, placeholders and sections. */
public final class TemplateReader {

  private static final String OPEN = "<?mesh";
  private static final String CLOSE = "?>";

  /** A placeholder that is begun with a misspelled name would be copied silently. */
  private static final Pattern OTHER = Pattern.compile("<\\?([A-Za-z-]{3,8})\\b");

  private final String text;
  private final Problems problems;
  private final DirectiveReader directives;
  private final Deque<Directive> open = new ArrayDeque<>();
  private final Deque<List<TemplateNode>> contents = new ArrayDeque<>();
  private Cursor cursor;
  private int at;

  /** Sections whose begin has a problem, so that their ends have none. */
  private int unread;

  private TemplateReader(String file, String text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.directives = new DirectiveReader(problems);
    this.cursor = new Cursor(file, 1, 1);
    contents.push(new ArrayList<>());
  }

  /**
   * Reads a template.
   *
   * @param file the file as the user named it, for the places
   * @param text its text, whose lines end with a line feed
   * @param problems receives every problem; what has one is left out of the result
   */
  public static List<TemplateNode> read(String file, String text, Problems problems) {
    return new TemplateReader(file, text, problems).read();
  }

  private List<TemplateNode> read() {
    while (at < text.length()) {
      int begin = text.indexOf(OPEN, at);
      while (begin >= 0 && !isEnd(begin + OPEN.length())) {
        begin = text.indexOf(OPEN, begin + 1);
      }
      if (begin < 0) {
        copy(text.length());
        break;
      }
      copy(begin);
      placeholder();
    }
    for (Directive each : open) {
      problems.add(
          each.place(),
          Code.CLOSED,
          "the section that " + each.form().word() + " begins has no end",
          "write <?mesh end?> behind it");
    }
    while (contents.size() > 1) {
      contents.pop();
    }
    return contents.element();
  }

  /** True if {@code <?mesh} is followed by what may end a word there. */
  private boolean isEnd(int index) {
    return index >= text.length()
        || Character.isWhitespace(text.charAt(index))
        || text.startsWith(CLOSE, index);
  }

  private void copy(int end) {
    if (end > at) {
      String copied = text.substring(at, end);
      misspelled(copied);
      contents.element().add(new TemplateNode.Text(copied, cursor.place()));
      move(end);
    }
  }

  private void misspelled(String copied) {
    Matcher other = OTHER.matcher(copied);
    while (other.find()) {
      String name = other.group(1);
      if (!name.equals("xml") && DidYouMean.to(name, List.of("mesh")).isPresent()) {
        problems.unknown(
            cursor.after(copied, other.start()), "placeholder", name, List.of("mesh"), "");
      }
    }
  }

  private void move(int end) {
    cursor = cursor.move(text.substring(at, end), end - at);
    at = end;
  }

  private void placeholder() {
    Cursor begin = cursor;
    int start = at;
    int end = text.indexOf(CLOSE, at);
    if (end < 0) {
      problems.add(
          begin.place(), Code.SYNTAX, "the placeholder does not end", "write ?> where it ends");
      at = text.length();
      return;
    }
    boolean alone = isAlone(start, end + CLOSE.length());
    move(start + OPEN.length());
    String inside = text.substring(at, end);
    Optional<Directive> read = directives.read(inside, cursor, begin.place(), alone);
    move(end + CLOSE.length());
    boolean control =
        read.map(Directive::form)
            .map(form -> form.kind() != Form.Kind.INLINE && form.kind() != Form.Kind.BLOCK)
            .orElse(false);
    if (control && alone) {
      removeLine();
    }
    if (read.isEmpty() && inside.strip().matches("(?s)(if|each)\\b.*")) {
      unread++;
    }
    read.ifPresent(this::add);
  }

  private boolean isAlone(int start, int end) {
    int before = start;
    while (before > 0 && isBlank(text.charAt(before - 1))) {
      before--;
    }
    int after = end;
    while (after < text.length() && isBlank(text.charAt(after))) {
      after++;
    }
    return (before == 0 || text.charAt(before - 1) == '\n')
        && (after == text.length() || text.charAt(after) == '\n');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Takes the rest of a line that only controls away, and the blanks that were copied before. */
  private void removeLine() {
    List<TemplateNode> content = contents.element();
    int last = content.size() - 1;
    if (last >= 0 && content.get(last) instanceof TemplateNode.Text before) {
      String kept = before.text().replaceAll("[ \t]+$", "");
      content.set(last, new TemplateNode.Text(kept, before.place()));
    }
    int end = text.indexOf('\n', at);
    move(end < 0 ? text.length() : end + 1);
  }

  private void add(Directive directive) {
    switch (directive.form().kind()) {
      case SECTION -> {
        open.push(directive);
        contents.push(new ArrayList<>());
      }
      case END -> {
        if (open.isEmpty() && unread > 0) {
          unread--;
        } else if (open.isEmpty()) {
          problems.add(
              directive.place(),
              Code.CLOSED,
              "this ends a section, and none is begun",
              "remove it, or write <?mesh if NAME?> before the section");
        } else {
          List<TemplateNode> content = contents.pop();
          contents.element().add(new TemplateNode.Section(open.pop(), content));
        }
      }
      default -> contents.element().add(new TemplateNode.Use(directive));
    }
  }
}
