package dev.meshsim.report.document.template;

import java.util.List;

/** A part of a template. */
public sealed interface TemplateNode {

  /**
   * Text that is copied.
   *
   * @param place where it begins
   */
  record Text(String text, TemplatePlace place) implements TemplateNode {}

  /** A placeholder that something is written for, or a declaration. */
  record Use(Directive directive) implements TemplateNode {}

  /** A section that is written as often as its directive says, perhaps never. */
  record Section(Directive directive, List<TemplateNode> content) implements TemplateNode {

    /** Copies the list. */
    public Section {
      content = List.copyOf(content);
    }
  }
}
