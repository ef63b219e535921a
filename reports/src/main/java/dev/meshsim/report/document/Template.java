package dev.meshsim.report.document;

import dev.meshsim.report.document.layout.DocumentFormat;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Form;
import dev.meshsim.report.document.template.Problems;
import dev.meshsim.report.document.template.TemplateNode;
import dev.meshsim.report.document.template.TemplatePlace;
import dev.meshsim.report.document.template.TemplateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A template that was read, with the templates that it includes in their places.
 *
 * @param name the file name of the document
 * @param format the format of the document
 * @param content its parts
 * @param problems the problems so far; those of the document are added
 */
public record Template(
    String name, DocumentFormat format, List<TemplateNode> content, Problems problems) {

  private static final int DEEPEST = 8;

  /** Finds the files that templates include. */
  @FunctionalInterface
  public interface Includes {

    /**
     * A template that another includes.
     *
     * @param file the including file
     * @param name the name as the placeholder has it
     * @return the text with the file's name for places; empty if it cannot be read
     */
    Optional<Included> find(String file, String name);
  }

  /**
   * A text and the name of its file.
   *
   * @param file the file, for places
   */
  public record Included(String file, String text) {}

  /** Copies the list. */
  public Template {
    content = List.copyOf(content);
  }

  /**
   * Reads a template; its problems are in the result.
   *
   * @param name the file name of the document
   * @param root the template
   */
  public static Template read(String name, Included root, Includes includes) {
    Problems problems = new Problems();
    List<TemplateNode> content =
        included(TemplateReader.read(root.file(), root.text(), problems), includes, problems, 0);
    DocumentFormat format = format(name, root, content, problems);
    return new Template(name, format, content, problems);
  }

  /** The template without the problems that a document found, to be built once more. */
  Template again() {
    return new Template(name, format, content, new Problems());
  }

  private static DocumentFormat format(
      String name, Included root, List<TemplateNode> content, Problems problems) {
    Optional<Directive> stated =
        content.stream()
            .filter(TemplateNode.Use.class::isInstance)
            .map(node -> ((TemplateNode.Use) node).directive())
            .filter(directive -> directive.form() == Form.FORMAT)
            .findFirst();
    if (stated.isPresent()) {
      Directive.Word word = stated.get().words().get(0);
      Optional<DocumentFormat> named = DocumentFormat.named(word.text());
      if (named.isEmpty()) {
        problems.unknown(
            word.place(), "format", word.text(), DocumentFormat.words(), "name one of them");
      }
      return named.orElse(DocumentFormat.MARKDOWN);
    }
    Optional<DocumentFormat> known = DocumentFormat.of(name, root.text());
    if (known.isEmpty()) {
      problems.add(
          new TemplatePlace(root.file(), 1, 1),
          Code.UNKNOWN,
          "the name of the file does not tell its format; it ends in .md, .xml or .html",
          "rename it, or write <?mesh format markdown?> in a line of its own");
    }
    return known.orElse(DocumentFormat.MARKDOWN);
  }

  private static List<TemplateNode> included(
      List<TemplateNode> nodes, Includes includes, Problems problems, int depth) {
    List<TemplateNode> all = new ArrayList<>();
    for (TemplateNode node : nodes) {
      if (node instanceof TemplateNode.Section section) {
        all.add(
            new TemplateNode.Section(
                section.directive(), included(section.content(), includes, problems, depth)));
      } else if (node instanceof TemplateNode.Use use && use.directive().form() == Form.INCLUDE) {
        all.addAll(included(use.directive(), includes, problems, depth));
      } else {
        all.add(node);
      }
    }
    return all;
  }

  private static List<TemplateNode> included(
      Directive directive, Includes includes, Problems problems, int depth) {
    Directive.Word name = directive.words().get(0);
    if (depth == DEEPEST) {
      problems.add(
          name.place(),
          Code.FILE,
          "templates are included " + DEEPEST + " deep at most; this one may include itself",
          "remove the include");
      return List.of();
    }
    Optional<Included> found = includes.find(directive.place().file(), name.text());
    if (found.isEmpty()) {
      problems.add(
          name.place(),
          Code.FILE,
          "there is no template \"" + name.text() + "\"",
          "correct the path, which is relative to the template that includes it");
      return List.of();
    }
    return included(
        TemplateReader.read(found.get().file(), found.get().text(), problems),
        includes,
        problems,
        depth + 1);
  }
}
