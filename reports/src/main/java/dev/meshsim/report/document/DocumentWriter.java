package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.report.document.layout.Block;
import dev.meshsim.report.document.layout.Layout.LaidOut;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Form;
import dev.meshsim.report.document.template.Problems;
import dev.meshsim.report.document.template.TemplateNode;
import dev.meshsim.report.text.Folding;
import dev.meshsim.report.text.Folding.Folded;
import dev.meshsim.report.text.XmlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes a document: evaluates the placeholders of a template over the runs of its scenarios. */
public final class DocumentWriter {

  private final Template template;
  private final RunSource source;
  private final boolean lenient;
  private final Problems problems;
  private final Scenarios scenarios;
  private final Picker picker;
  private final ExampleFiles files = new ExampleFiles();
  private final BlockForms blocks;
  private final FigureForms figures;
  private final SchemaForms schemas;
  private final InlineForms inline;
  private final Sections sections;
  private final Output out = new Output();
  private final List<IndexEntry> index = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();

  private DocumentWriter(Template template, RunSource source, boolean lenient) {
    this.lenient = lenient;
    this.template = template;
    this.source = source;
    this.problems = template.problems();
    this.scenarios = new Scenarios(problems);
    this.picker = new Picker(scenarios, problems);
    this.blocks = new BlockForms(scenarios, problems, lenient);
    this.figures = new FigureForms(scenarios, problems);
    this.schemas = new SchemaForms(problems);
    this.inline = new InlineForms(scenarios, problems, files);
    this.sections = new Sections(scenarios, problems);
  }

  /**
   * Builds a document. Every secret of its scenarios is looked for in all that it writes, except
   * where the template asks for private data.
   *
   * @param source runs the scenarios that the template names
   * @param given a scenario that is there without being named, under the name {@code given}; it may
   *     be any, so a text that no document can show is written in base64url, or escaped in a line
   * @throws DocumentException with every problem of the template
   */
  public static BuiltDocument build(
      Template template, RunSource source, Optional<DocumentRun> given) {
    DocumentWriter writer = new DocumentWriter(template, source, given.isPresent());
    given.ifPresent(run -> writer.scenarios.add("given", run));
    return writer.build();
  }

  private BuiltDocument build() {
    write(template.content());
    new SecretSearch(problems, template.name()).search(scenarios.all(), out, files);
    problems.throwIfAny();
    Map<String, Bytes> written = new TreeMap<>();
    files.all().forEach((path, file) -> written.put(path, file.octets()));
    return new BuiltDocument(template.name(), out.toString(), written, index);
  }

  private void write(List<TemplateNode> nodes) {
    for (TemplateNode node : nodes) {
      if (node instanceof TemplateNode.Text text) {
        out.copy(text.text(), text.place());
      } else if (node instanceof TemplateNode.Use use) {
        use(use.directive());
      } else if (node instanceof TemplateNode.Section section) {
        out.join();
        section(section);
        out.join();
      }
    }
  }

  private void use(Directive directive) {
    switch (directive.form().kind()) {
      case DECLARATION -> {
        out.join();
        declaration(directive);
      }
      case BLOCK -> block(directive);
      case INLINE ->
          inline
              .text(directive)
              .map(text -> lenient ? Quote.of(text) : text)
              .filter(text -> isAllowed(directive, text))
              .ifPresent(
                  text ->
                      out.write(
                          template.format().layout().inline(text),
                          directive.place(),
                          directive.secret()));
      default -> throw new IllegalStateException(directive.form() + " is a section");
    }
  }

  private void declaration(Directive directive) {
    switch (directive.form()) {
      case SCENARIO -> {
        RunRequest request = RunRequest.of(directive);
        scenarios.add(directive.words().get(0), source.run(request, problems));
      }
      case PICK -> picker.pick(directive);
      default -> {
        // A format is read with the template, and an include is replaced.
      }
    }
  }

  private void section(TemplateNode.Section section) {
    Directive directive = section.directive();
    Word name = directive.words().get(0);
    switch (directive.form()) {
      case IF -> {
        if (sections.isThere(directive)) {
          write(section.content());
        }
      }
      case EACH -> {
        for (Named exchange : sections.set(directive)) {
          scenarios.name(name.text(), Optional.of(exchange));
          write(section.content());
        }
        scenarios.name(name.text(), Optional.empty());
      }
      default -> throw new IllegalStateException(directive.form() + " is no section");
    }
  }

  private void block(Directive directive) {
    if (template.format().blocksStandAlone() && !directive.alone()) {
      problems.add(
          directive.place(),
          Code.SYNTAX,
          directive.form().word() + " makes a block, so it stands alone on its line",
          "move what is before or behind it to another line");
      return;
    }
    if (!isWidth(directive)) {
      return;
    }
    if (directive.form() == Form.SEQUENCE) {
      figures
          .figure(directive, anchor("sequence"))
          .map(template.format().layout()::figure)
          .ifPresent(text -> out.write(text, directive.place(), false));
      return;
    }
    if (directive.form() == Form.SCHEMA) {
      schemas
          .text(directive, template.format())
          .ifPresent(text -> out.write(text, directive.place(), false));
      return;
    }
    Optional<Example> made = blocks.example(directive).map(this::showable);
    Optional<Folded> folded = made.flatMap(example -> folded(directive, example));
    if (made.isEmpty() || folded.isEmpty()) {
      return;
    }
    Example example = made.get();
    sections.markShown(example.named());
    String path = files.path(example);
    files.add(path, example.exact(), directive.place(), directive.secret());
    Block block =
        new Block(
            anchor(example.named().label()),
            directive.option("caption").map(Word::text).orElse(example.named().label()),
            note(example.change()),
            example.type(),
            folded.get(),
            path);
    LaidOut laidOut = template.format().layout().block(block);
    index.add(entry(directive, example, block, out.line() + laidOut.line()));
    out.write(laidOut.text(), directive.place(), directive.secret());
  }

  private boolean isWidth(Directive directive) {
    Optional<Word> wanted = directive.option("width");
    if (wanted.isPresent() && !wanted.get().text().matches("[1-9][0-9]{1,2}")) {
      problems.add(
          wanted.get().place(), Code.VALUE, "width is a number of columns", "write width=69");
      return false;
    }
    return true;
  }

  private static String note(IndexEntry.Change change) {
    return switch (change) {
      case WHITE_SPACE -> "white space added";
      case SHORTENED -> "shortened";
      case BASE64URL -> "in base64url";
      case NOTHING, HTTP_HEAD -> "";
    };
  }

  private Optional<Folded> folded(Directive directive, Example example) {
    Optional<Word> wanted = directive.option("width");
    int width = wanted.map(word -> Integer.parseInt(word.text())).orElse(Folding.WIDTH);
    String text = example.text().endsWith("\n") ? example.text() : example.text() + "\n";
    try {
      XmlText.check(text);
      return Optional.of(Folding.fold(text, width));
    } catch (MeshException e) {
      problems.add(
          directive.place(),
          Code.CHARACTER,
          example.named().label() + ", " + e.problem(),
          e.hint());
      return Optional.empty();
    }
  }

  private Example showable(Example example) {
    if (!lenient) {
      return example;
    }
    try {
      XmlText.check(example.text());
      Folding.fold(example.text() + "\n", Folding.WIDTH);
      return example;
    } catch (MeshException e) {
      return example.asBase64Url();
    }
  }

  private boolean isAllowed(Directive directive, String text) {
    try {
      XmlText.check(text);
      return true;
    } catch (MeshException e) {
      problems.add(directive.place(), Code.CHARACTER, e.problem(), e.hint());
      return false;
    }
  }

  /** An anchor that no other block of the document has: a letter, then letters and hyphens. */
  private String anchor(String label) {
    String base = "ex-" + label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String anchor = base;
    for (int number = 2; !anchors.add(anchor); number++) {
      anchor = base + "-" + number;
    }
    return anchor;
  }

  private IndexEntry entry(Directive directive, Example example, Block block, int line) {
    Bytes exact = example.exact();
    return new IndexEntry(
        template.name(),
        line,
        example.named().label(),
        directive.form().word(),
        example.part(),
        block.file(),
        Sha256.of(exact).hex(),
        exact.length(),
        exact.length() > 0 && exact.at(exact.length() - 1) == '\n',
        block.display().strategy().name().toLowerCase(Locale.ROOT),
        block.display().width(),
        example.change());
  }
}
