package dev.meshsim.schema.text;

import dev.meshsim.error.Quote;
import dev.meshsim.schema.SchemaNamespace;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaSection;
import dev.meshsim.schema.SchemaService;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import dev.meshsim.schema.text.Statement.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a namespace from its statements. */
final class NamespaceReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern DOTTED = Pattern.compile(NAME + "(\\." + NAME + ")*");
  private static final List<String> ACCEPTED =
      List.of(
          "Using",
          "Extern",
          "Section",
          "Service",
          "Transaction",
          "Success",
          "Warning",
          "Error",
          "Structure",
          "Message");
  private static final List<String> ONLY_DESCRIPTION = List.of("Description");

  private final Definitions definitions;
  private final List<SchemaSection> sections = new ArrayList<>();
  private Open section = new Open(0, "", "");

  NamespaceReader(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The section that is being read. */
  private record Open(
      int level,
      String title,
      String description,
      List<SchemaService> services,
      List<SchemaStatus> statuses,
      List<SchemaTransaction> transactions,
      List<SchemaObject> objects) {

    Open(int level, String title, String description) {
      this(
          level,
          title,
          description,
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    boolean isEmpty() {
      return level == 0
          && services.isEmpty()
          && statuses.isEmpty()
          && transactions.isEmpty()
          && objects.isEmpty();
    }

    SchemaSection close() {
      return new SchemaSection(
          level, title, description, services, statuses, transactions, objects);
    }
  }

  SchemaNamespace read(Statement protocol) {
    if (!protocol.keyword().equals("Protocol")) {
      throw SchemaTextException.word(
          protocol.place(),
          protocol.isText() ? "|" : protocol.keyword(),
          "at the beginning of a namespace",
          List.of("Protocol"));
    }
    List<String> words = protocol.arguments("Protocol NAMESPACE ID PREFIX", false, false, false);
    require(protocol.words().get(1), DOTTED);
    require(protocol.words().get(2), NAME);
    require(protocol.words().get(3), NAME);
    protocol.below().forEach(this::statement);
    endSection();
    return new SchemaNamespace(words.get(0), words.get(1), words.get(2), sections);
  }

  private void endSection() {
    if (!section.isEmpty()) {
      sections.add(section.close());
    }
  }

  private void statement(Statement statement) {
    switch (statement.keyword()) {
      case "Using" -> {
        statement.arguments("Using NAMESPACE", false);
        require(statement.words().get(1), DOTTED);
        statement.requireNothingBelow();
      }
      case "Extern" -> {
        definitions.declare(statement.arguments("Extern NAME", false).get(0));
        statement.requireNothingBelow();
      }
      case "Section" -> section(statement);
      case "Service" -> service(statement);
      case "Transaction" -> transaction(statement);
      case "Success", "Warning", "Error" -> status(statement);
      case "Structure", "Message" ->
          section.objects.add(new ObjectReader(definitions).read(statement));
      default -> throw unknown(statement, "in a namespace", ACCEPTED);
    }
  }

  static SchemaTextException unknown(Statement statement, String where, List<String> accepted) {
    if (statement.isText()) {
      return SchemaTextException.syntax(
          statement.place(),
          "a text line is only below Description",
          "write Description above it, less indented");
    }
    return SchemaTextException.word(statement.place(), statement.keyword(), where, accepted);
  }

  /** Refuses a name with other characters than letters, digits and underscores. */
  static String name(Word word) {
    require(word, NAME);
    return word.text();
  }

  /** Refuses a name with other characters, or dots in the wrong places. */
  static String dotted(Word word) {
    require(word, DOTTED);
    return word.text();
  }

  private static void require(Word word, Pattern pattern) {
    if (!pattern.matcher(word.text()).matches()) {
      throw SchemaTextException.value(
          word.place(),
          "expected a name, found " + Quote.text(word.text()),
          "a name has letters, digits and underscores, and begins with none of the digits");
    }
  }

  private void section(Statement statement) {
    List<String> words = statement.arguments("Section LEVEL \"TITLE\"", false, true);
    if (!words.get(0).matches("[1-4]")) {
      throw SchemaTextException.value(
          statement.words().get(1).place(),
          "expected a level from 1 to 4, found " + Quote.text(words.get(0)),
          "write 1 for the highest heading");
    }
    endSection();
    section = new Open(Integer.parseInt(words.get(0)), words.get(1), descriptions(statement));
  }

  private static String descriptions(Statement statement) {
    List<String> paragraphs = new ArrayList<>();
    for (Statement below : statement.below()) {
      if (!below.keyword().equals("Description")) {
        throw unknown(below, "below " + statement.keyword(), ONLY_DESCRIPTION);
      }
      paragraphs.add(paragraph(below));
    }
    return String.join("\n\n", paragraphs);
  }

  /** The text of a description. */
  static String paragraph(Statement description) {
    description.arguments("Description and nothing else");
    List<String> lines = new ArrayList<>();
    for (Statement line : description.below()) {
      if (!line.isText()) {
        throw SchemaTextException.syntax(
            line.place(),
            "expected a text line, which begins with a bar, found " + Quote.text(line.keyword()),
            "write | before the text");
      }
      lines.add(line.text().strip());
      line.below().forEach(deeper -> lines.add(deeper.text().strip()));
    }
    if (lines.isEmpty()) {
      throw SchemaTextException.syntax(
          description.end(),
          "the Description has no text",
          "write | and the text on the next line, indented more");
    }
    return String.join(" ", lines);
  }

  private void service(Statement statement) {
    List<String> words =
        statement.arguments(
            "Service NAME \"SRV PREFIX\" \"PATH\" REQUEST RESPONSE",
            false,
            true,
            true,
            false,
            false);
    name(statement.words().get(1));
    definitions.usesMessage(statement.words().get(4));
    definitions.usesMessage(statement.words().get(5));
    section.services.add(
        new SchemaService(
            words.get(0),
            words.get(1),
            words.get(2),
            words.get(3),
            words.get(4),
            descriptions(statement)));
  }

  private void status(Statement statement) {
    List<String> words = statement.arguments(statement.keyword() + " NAME CODE", false, false);
    Word name = statement.words().get(1);
    name(name);
    if (!words.get(1).matches("[1-9][0-9]{2}")) {
      throw SchemaTextException.value(
          statement.words().get(2).place(),
          "expected a number of three digits, found " + Quote.text(words.get(1)),
          "write the status as HTTP has it");
    }
    definitions.status(name);
    section.statuses.add(
        new SchemaStatus(
            SchemaStatus.Kind.valueOf(statement.keyword().toUpperCase(Locale.ROOT)),
            words.get(0),
            Integer.parseInt(words.get(1)),
            descriptions(statement)));
  }

  private void transaction(Statement statement) {
    List<String> words =
        statement.arguments("Transaction GROUP NAME REQUEST RESPONSE", false, false, false, false);
    Word name = statement.words().get(2);
    name(name);
    definitions.transaction(name);
    definitions.usesMessage(statement.words().get(3));
    definitions.usesMessage(statement.words().get(4));
    List<String> statuses = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    for (Statement below : statement.below()) {
      switch (below.keyword()) {
        case "Status" -> {
          statuses.add(below.arguments("Status NAME", false).get(0));
          definitions.usesStatus(below.words().get(1));
          below.requireNothingBelow();
        }
        case "Description" -> paragraphs.add(paragraph(below));
        default -> throw unknown(below, "below Transaction", List.of("Status", "Description"));
      }
    }
    section.transactions.add(
        new SchemaTransaction(
            words.get(0),
            words.get(1),
            words.get(2),
            words.get(3),
            statuses,
            String.join("\n\n", paragraphs)));
  }
}
