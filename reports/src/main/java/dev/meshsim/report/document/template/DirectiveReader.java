package dev.meshsim.report.document.template;

import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is between the brackets of a placeholder, and checks it against {@link Form}. */
final class DirectiveReader {

  private static final Pattern TOKEN =
      Pattern.compile("(?:([A-Za-z]+)=)?(?:\"([^\"]*)\"|([^\\s\"=]+))(?=\\s|$)");

  private static final String SECRET = "secret:";

  private final Problems problems;

  DirectiveReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads a placeholder.
   *
   * @param text the characters between {@code <?mesh} and {@code ?>}
   * @param start the place of {@code text}
   * @param place the place of the placeholder
   * @param alone true if nothing else is on its lines
   * @return empty if it has a problem, which is then reported
   */
  Optional<Directive> read(String text, Cursor start, TemplatePlace place, boolean alone) {
    List<Word> words = new ArrayList<>();
    Map<String, Word> options = new LinkedHashMap<>();
    Map<String, TemplatePlace> names = new LinkedHashMap<>();
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      TemplatePlace here = start.after(text, at);
      if (!token.region(at, text.length()).lookingAt()) {
        problems.add(
            here,
            Code.SYNTAX,
            "a placeholder is words and options such as part=\"/Publish\", and this is neither",
            "put a value with blanks between double quotation marks");
        return Optional.empty();
      }
      String value = token.group(2) == null ? token.group(3) : token.group(2);
      if (token.group(1) == null) {
        words.add(new Word(value, here));
      } else {
        TemplatePlace valuePlace = here.right(token.group(1).length() + 1);
        if (options.put(token.group(1), new Word(value, valuePlace)) != null) {
          problems.add(
              here, Code.SYNTAX, "the option " + token.group(1) + " is there twice", "remove one");
          return Optional.empty();
        }
        names.put(token.group(1), here);
      }
      at = token.end();
    }
    return directive(words, options, names, place, alone);
  }

  private Optional<Directive> directive(
      List<Word> words,
      Map<String, Word> options,
      Map<String, TemplatePlace> names,
      TemplatePlace place,
      boolean alone) {
    List<String> forms = Arrays.stream(Form.values()).map(Form::word).toList();
    if (words.isEmpty()) {
      problems.add(
          place,
          Code.SYNTAX,
          "the placeholder is empty; forms: " + String.join(", ", forms),
          "write for example <?mesh http validate-phone.request?>");
      return Optional.empty();
    }
    Word first = words.get(0);
    boolean secret = first.text().startsWith(SECRET);
    String word = secret ? first.text().substring(SECRET.length()) : first.text();
    Optional<Form> form = Form.named(word);
    if (form.isEmpty()) {
      problems.unknown(first.place(), "form", word, forms, "docs/documents.md lists the forms");
      return Optional.empty();
    }
    Directive read =
        new Directive(form.get(), secret, words.subList(1, words.size()), options, place, alone);
    boolean good = checkWords(read) & checkOptions(read, names) & checkSecret(read);
    return good ? Optional.of(read) : Optional.empty();
  }

  private boolean checkWords(Directive read) {
    Form form = read.form();
    String usage = ("<?mesh " + form.word() + " " + String.join(" ", form.words())).strip() + "?>";
    if (read.words().size() != form.words().size()) {
      problems.add(
          read.place(),
          Code.SYNTAX,
          form.word()
              + " takes "
              + (form.words().isEmpty() ? "no word" : String.join(" and ", form.words()))
              + ", and "
              + read.words().size()
              + (read.words().size() == 1 ? " word is there" : " words are there"),
          "write " + usage);
      return false;
    }
    if (!read.alone() && form.kind() != Form.Kind.INLINE && form.kind() != Form.Kind.BLOCK) {
      problems.add(
          read.place(),
          Code.SYNTAX,
          form.word() + " stands alone on its line, and this one does not",
          "move what is before or behind it to another line");
      return false;
    }
    return true;
  }

  private boolean checkOptions(Directive read, Map<String, TemplatePlace> names) {
    boolean good = true;
    List<String> known = read.form().options().stream().map(FormOption::name).toList();
    for (Map.Entry<String, Word> option : read.options().entrySet()) {
      String name = option.getKey();
      TemplatePlace here = names.getOrDefault(name, read.place());
      Optional<FormOption> found =
          read.form().options().stream().filter(known1 -> known1.name().equals(name)).findFirst();
      if (found.isEmpty()) {
        problems.unknown(here, "option of " + read.form().word(), name, known, "remove the option");
        good = false;
      } else if (!found.get().values().isEmpty()
          && !found.get().values().contains(option.getValue().text())) {
        problems.add(
            option.getValue().place(),
            Code.VALUE,
            name + " is " + String.join(" or ", found.get().values()),
            "write " + name + "=" + found.get().values().get(0));
        good = false;
      }
    }
    return good;
  }

  private boolean checkSecret(Directive read) {
    Form form = read.form();
    if (form.isSecret() && !read.secret()) {
      problems.add(
          read.place(),
          Code.SECRET,
          form.word() + " shows private data, and the template does not ask for it",
          "write secret:" + form.word() + " if this very value is to be printed");
      return false;
    }
    if (read.secret() && !form.maybeSecret()) {
      problems.add(
          read.place(),
          Code.SYNTAX,
          form.word() + " shows nothing private, so secret: has no meaning before it",
          "remove secret:");
      return false;
    }
    return true;
  }
}
