package dev.meshsim.schema.text;

import dev.meshsim.schema.text.SchemaTextException.Place;
import dev.meshsim.schema.text.Statement.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides a text into statements, nested by indentation. */
final class StatementReader {

  private static final int TAB = 4;
  private static final char BAR = '|';

  private final String file;

  StatementReader(String file) {
    this.file = file;
  }

  /** The statements that are in no other. */
  List<Statement> read(String text) {
    List<Statement> roots = new ArrayList<>();
    Deque<Statement> open = new ArrayDeque<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      Statement statement = statement(number, line.stripTrailing());
      if (statement != null) {
        nest(statement, open, roots);
      }
    }
    return roots;
  }

  private static void nest(Statement statement, Deque<Statement> open, List<Statement> roots) {
    int closed = -1;
    while (!open.isEmpty() && open.peek().indent() >= statement.indent()) {
      closed = open.pop().indent();
    }
    if (closed > statement.indent()) {
      throw SchemaTextException.syntax(
          statement.place(),
          "expected a line as far in as one above it, found one between two",
          "indent it as much as the lines that it belongs to; a tab counts as 4 columns");
    }
    (open.isEmpty() ? roots : open.peek().below()).add(statement);
    open.push(statement);
  }

  private @Nullable Statement statement(int number, String line) {
    int at = 0;
    int indent = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      indent = line.charAt(at) == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
      at++;
    }
    Place place = new Place(file, number, at + 1);
    if (at < line.length() && line.charAt(at) == BAR) {
      return Statement.text(place, indent, line.substring(at + 1));
    }
    List<Word> words = words(place, line, at);
    return words.isEmpty() ? null : Statement.of(place, indent, words);
  }

  private static List<Word> words(Place line, String text, int from) {
    List<Word> words = new ArrayList<>();
    int at = from;
    while (at < text.length() && !text.startsWith("//", at)) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '"') {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
          throw SchemaTextException.syntax(
              line.at(at + 1), "the string has no end", "close it with a double quotation mark");
        }
        words.add(new Word(line.at(at + 1), text.substring(at + 1, end), true));
        at = end + 1;
      } else {
        int end = at;
        while (end < text.length()
            && !Character.isWhitespace(text.charAt(end))
            && text.charAt(end) != '"'
            && !text.startsWith("//", end)) {
          end++;
        }
        String word = text.substring(at, end);
        // The reference has a stray semicolon after a name.
        String name = word.endsWith(";") ? word.substring(0, word.length() - 1) : word;
        words.add(new Word(line.at(at + 1), name, false));
        at = end;
      }
    }
    return words;
  }
}
