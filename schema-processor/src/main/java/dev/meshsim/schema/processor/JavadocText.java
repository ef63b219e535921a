package dev.meshsim.schema.processor;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/**
 * Javadoc as plain text: code and links between backticks, one space for white space, and an empty
 * line between paragraphs.
 */
final class JavadocText {

  private final DocTrees trees;
  private final TreePath path;
  private final DocCommentTree comment;

  JavadocText(DocTrees trees, TreePath path, DocCommentTree comment) {
    this.trees = trees;
    this.path = path;
    this.comment = comment;
  }

  /** The text of a part of the comment. */
  String of(List<? extends DocTree> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> append(text, part));
    return text.toString()
        .replaceAll("[ \\t\\r\\n]*\\u2029[ \\t\\r\\n]*", "\u2029")
        .replaceAll("[ \\t\\r\\n]+", " ")
        .replace("\u2029", "\n\n")
        .strip();
  }

  private void append(StringBuilder text, DocTree part) {
    if (part instanceof TextTree plain) {
      text.append(plain.getBody());
    } else if (part instanceof LiteralTree literal) {
      boolean code = literal.getKind() == DocTree.Kind.CODE;
      text.append(code ? "`" : "").append(literal.getBody().getBody()).append(code ? "`" : "");
    } else if (part instanceof LinkTree link) {
      text.append('`').append(label(link)).append('`');
    } else if (part instanceof ValueTree value) {
      text.append(constant(value.getReference()));
    } else if (part instanceof EntityTree entity) {
      text.append(character(entity.getName().toString()));
    } else if (part instanceof StartElementTree start && start.getName().contentEquals("p")) {
      text.append('\u2029');
    }
  }

  private String label(LinkTree link) {
    if (!link.getLabel().isEmpty()) {
      return of(link.getLabel());
    }
    String signature = link.getReference().getSignature();
    int member = signature.indexOf('#');
    String type = member < 0 ? signature : signature.substring(0, member);
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String name = member < 0 ? "" : signature.substring(member + 1).replaceAll("\\(.*", "");
    return simple.isEmpty() ? name : name.isEmpty() ? simple : simple + "." + name;
  }

  private String constant(ReferenceTree reference) {
    DocTreePath at = DocTreePath.getPath(path, comment, reference);
    Element element = at == null ? null : trees.getElement(at);
    Object value = element instanceof VariableElement v ? v.getConstantValue() : null;
    return value instanceof String text ? "`" + text + "`" : String.valueOf(value);
  }

  private static String character(String entity) {
    return switch (entity) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "nbsp" -> " ";
      default ->
          entity.startsWith("#x")
              ? Character.toString(Integer.parseInt(entity.substring(2), 16))
              : entity.startsWith("#")
                  ? Character.toString(Integer.parseInt(entity.substring(1)))
                  : "&" + entity + ";";
    };
  }
}
