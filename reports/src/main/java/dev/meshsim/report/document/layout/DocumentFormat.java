package dev.meshsim.report.document.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The format of a template, and so of the document that is made from it. */
public enum DocumentFormat {
  MARKDOWN(new MarkdownLayout()),
  KRAMDOWN(new KramdownLayout()),
  XML(new XmlLayout()),
  HTML(new HtmlLayout());

  /** An Internet-Draft in Markdown begins with a YAML header and has an abstract. */
  private static final Pattern DRAFT =
      Pattern.compile("\\A---\\s*\\n.*?^--- abstract\\s*$", Pattern.DOTALL | Pattern.MULTILINE);

  private final Layout layout;

  DocumentFormat(Layout layout) {
    this.layout = layout;
  }

  /** The word by which a template names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DocumentFormat::word).toList();
  }

  /** The format of a word. */
  public static Optional<DocumentFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** The format of a file, by its name and its first lines; empty if the name has no known end. */
  public static Optional<DocumentFormat> of(String file, String text) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".md") || name.endsWith(".mkd") || name.endsWith(".markdown")) {
      return Optional.of(DRAFT.matcher(text).find() ? KRAMDOWN : MARKDOWN);
    }
    if (name.endsWith(".xml")) {
      return Optional.of(XML);
    }
    return name.endsWith(".html") || name.endsWith(".htm") ? Optional.of(HTML) : Optional.empty();
  }

  /** Writes its blocks. */
  public Layout layout() {
    return layout;
  }

  /** True if a block is alone on its lines. */
  public boolean blocksStandAlone() {
    return this == MARKDOWN || this == KRAMDOWN;
  }
}
