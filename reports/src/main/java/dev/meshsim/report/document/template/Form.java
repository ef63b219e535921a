package dev.meshsim.report.document.template;

import dev.meshsim.dialect.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The table of placeholders: their words, options and meaning. The reader, the writer and the
 * reference use it.
 */
public enum Form {
  SCENARIO(
      "scenario",
      Kind.DECLARATION,
      List.of("NAME", "FILE"),
      "Names a scenario whose messages the document shows. FILE is relative to the template; a line"
          + " after a colon chooses one case of several. The first scenario is meant wherever a"
          + " message is named without one.",
      "scenario flow \"../flow.yaml\" dialect=portal-2017",
      FormOption.of("dialect", "the dialect, in place of the scenario's own"),
      FormOption.of("suite", "the algorithms, in place of the scenario's own"),
      FormOption.of("seed", "the seed, in place of the default")),
  FORMAT(
      "format",
      Kind.DECLARATION,
      List.of("FORMAT"),
      "Says how blocks are written, where the file's name and its first lines do not: markdown,"
          + " kramdown, xml or html.",
      "format kramdown"),
  INCLUDE(
      "include",
      Kind.DECLARATION,
      List.of("FILE"),
      "Reads another template here. FILE is relative to the template, or mesh: and the name of a"
          + " template that comes with the program.",
      "include mesh:reference-2016.md"),
  PICK(
      "pick",
      Kind.DECLARATION,
      List.of("NAME", "TRANSACTION"),
      "Names the first exchange of a transaction that has all that the options say, in the first"
          + " scenario that has one; NAME:TRANSACTION looks in one scenario only. A refused exchange"
          + " is taken only if no other is there. There may be none: see if.",
      "pick published Publish request=/Publish/Entry/SignedApplicationProfile",
      FormOption.of("request", "a part that the request has, as a JSON Pointer"),
      FormOption.of("response", "a part that the response has"),
      FormOption.of("call", "the words of the steps that may send it, with commas between"),
      FormOption.of("after", "an exchange that is before it"),
      FormOption.of("with", "an exchange of the same step")),
  IF(
      "if",
      Kind.SECTION,
      List.of("NAME"),
      "Begins a section that is there only if the pick has found an exchange, or with a direction,"
          + " NAME.signed, only if it has such a message. NAME may also be shown, for scenarios that show private data, or rest, for messages that the document"
          + " has not shown yet.",
      "if published",
      FormOption.of("part", "only if the message that NAME has a direction for has this part")),
  EACH(
      "each",
      Kind.SECTION,
      List.of("NAME", "SET"),
      "Begins a section that is written once for each exchange of a set; NAME is the exchange."
          + " SET is all, rest (those that the document has not shown yet) or shown (those whose"
          + " step shows the private part of an application).",
      "each message rest"),
  END("end", Kind.END, List.of(), "Ends an if or an each.", "end"),
  HTTP(
      "http",
      Kind.BLOCK,
      List.of("MESSAGE"),
      "The message as it travels, with the head of HTTP. A request that its sender signed is shown"
          + " signed.",
      "http validate-phone.request",
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the message's name")),
  JSON(
      "json",
      Kind.BLOCK,
      List.of("MESSAGE"),
      "A message, or a part of it. A pointer goes through the payload of a signed object into what"
          + " is signed: .../SignedPersonalProfile/payload/PersonalProfile, and through Log or Denial into the"
          + " proofs of a portal's log. MESSAGE.shown is the private data that the step shows; it is"
          + " asked for with secret:json.",
      "json validate-phone.request",
      FormOption.of("part", "a JSON Pointer; the whole message if it is left out"),
      FormOption.flag("wire", "yes: no white space is added"),
      FormOption.flag("short", "yes: long texts are shortened, and the block is no JSON then"),
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the message's name")),
  MESSAGE(
      "message",
      Kind.BLOCK,
      List.of("MESSAGE"),
      "A message as json shows it, whatever it is: octets that are no JSON, or that a document"
          + " cannot show, are written in base64url.",
      "message exchange.request",
      FormOption.flag("short", "yes: long texts are shortened, and the block is no JSON then"),
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the message's name")),
  UNPACKED(
      "unpacked",
      Kind.BLOCK,
      List.of("MESSAGE"),
      "The object that is signed in a part of a message: the content of its payload.",
      "unpacked create.CreateAccount.request"
          + " part=/CreateAccount/Profile/SignedPersonalProfile",
      FormOption.of("part", "the JSON Pointer of the signed object"),
      FormOption.flag("wire", "yes: no white space is added"),
      FormOption.flag("short", "yes: long texts are shortened, and the block is no JSON then"),
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the message's name")),
  DECRYPTED(
      "decrypted",
      Kind.BLOCK,
      List.of("MESSAGE"),
      "The content of an encrypted part, opened with the keys of a machine. It is private, so it is"
          + " asked for with secret:decrypted.",
      "secret:decrypted update-phone.request part=/.../SharedPrivate key=phone",
      FormOption.of("part", "the JSON Pointer of the encrypted object"),
      FormOption.of("key", "the machine whose keys open it"),
      FormOption.flag("wire", "yes: no white space is added"),
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the message's name")),
  DIFF(
      "diff",
      Kind.BLOCK,
      List.of("MESSAGE"),
      "The difference between a part and the version before: the latest earlier object of that name"
          + " with the same Identifier in a message of the same direction.",
      "diff update-phone.request part=/Publish/Entry/SignedPersonalProfile/payload",
      FormOption.of("part", "the JSON Pointer of the part in both messages"),
      FormOption.of("since", "the message with the version before"),
      FormOption.flag("short", "yes: long texts are shortened"),
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the message's name")),
  LOG(
      "log",
      Kind.BLOCK,
      List.of("EXCHANGE"),
      "The lines that the exchange's step added to the portal's logs.",
      "log createAccount-phone.CreateAccount",
      FormOption.of("file", "mesh or portal: the lines of one log only"),
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the exchange's name")),
  SHARES(
      "shares",
      Kind.BLOCK,
      List.of("EXCHANGE"),
      "The shares that the exchange's step made, one a line. They are secret, so they are asked for"
          + " with secret:shares.",
      "secret:shares escrow-phone",
      FormOption.of("number", "one share only, counted from 1"),
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, in place of the exchange's name")),
  SEQUENCE(
      "sequence",
      Kind.BLOCK,
      List.of("EXCHANGES"),
      "A sequence diagram of exchanges of one scenario, with commas between their names, or of all"
          + " exchanges of the first scenario: all. A pick that has found nothing is left out. RFC"
          + " XML gets it as SVG and as ASCII art, HTML as SVG, Markdown as ASCII art.",
      "sequence connect-phone.ConnectStart,connectPending-desktop",
      FormOption.of("width", "the most columns, 69 if it is left out"),
      FormOption.of("caption", "the caption, \"Sequence of messages\" if it is left out")),
  SCHEMA(
      "schema",
      Kind.BLOCK,
      List.of("PART"),
      "A part of the reference section of the schema: an object or message by its name, a"
          + " transaction, a section by its title, statuses, service, or all. It has headings, so it"
          + " is written as text of the document and not as an example.",
      "schema PersonalProfile level=4",
      FormOption.oneOf("dialect", Dialect.labels(), "the dialect, mesh if it is left out"),
      FormOption.of("level", "the level of its heading, 3 if it is left out; RFC XML has none")),
  VALUE(
      "value",
      Kind.INLINE,
      List.of("MESSAGE"),
      "The text or number at a part of a message.",
      "value validate-phone.request part=/ValidateAccount/Account",
      FormOption.of("part", "the JSON Pointer of the text or number")),
  FINGERPRINT(
      "fingerprint",
      Kind.INLINE,
      List.of("KEY"),
      "The fingerprint of a key, by the name that the scenario has for it.",
      "fingerprint \"phone's encryption key\"",
      FormOption.of("scenario", "the scenario, if it is not the first")),
  FACT(
      "fact",
      Kind.INLINE,
      List.of("FACT"),
      "A fact of the scenario: name, purpose, portal, dialect, suite or seed.",
      "fact dialect",
      FormOption.of("scenario", "the scenario, if it is not the first")),
  NAME("name", Kind.INLINE, List.of("EXCHANGE"), "The name of an exchange.", "name message"),
  TITLE(
      "title",
      Kind.INLINE,
      List.of("EXCHANGE"),
      "The step of an exchange in a few words.",
      "title message"),
  FILE(
      "file",
      Kind.INLINE,
      List.of("MESSAGE"),
      "The path of a message's exact octets, which are then written beside the document.",
      "file validate-phone.request");

  /** How a form is used. */
  public enum Kind {
    /** Alone on its line; it is replaced by nothing, or by another template. */
    DECLARATION,
    /** Begins a section, alone on its line. */
    SECTION,
    /** Ends a section, alone on its line. */
    END,
    /** Replaced by a block of the document; alone on its line in Markdown. */
    BLOCK,
    /** Replaced by text within a line. */
    INLINE
  }

  private final String word;
  private final Kind kind;
  private final List<String> words;
  private final String meaning;
  private final String example;
  private final List<FormOption> options;

  Form(
      String word,
      Kind kind,
      List<String> words,
      String meaning,
      String example,
      FormOption... options) {
    this.word = word;
    this.kind = kind;
    this.words = words;
    this.meaning = meaning;
    this.example = example;
    this.options = List.of(options);
  }

  /** The form of a word. */
  public static Optional<Form> named(String word) {
    return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
  }

  /** The first word of the placeholder. */
  public String word() {
    return word;
  }

  /** How it is used. */
  public Kind kind() {
    return kind;
  }

  /** The words that follow, in capitals. */
  public List<String> words() {
    return words;
  }

  /** The meaning, for the reference. */
  public String meaning() {
    return meaning;
  }

  /** An example without the brackets. */
  public String example() {
    return example;
  }

  /** The options. */
  public List<FormOption> options() {
    return options;
  }

  /** True if it shows private data only, so that it is never used without {@code secret:}. */
  public boolean isSecret() {
    return this == DECRYPTED || this == SHARES;
  }

  /** True if {@code secret:} may stand before it. */
  public boolean maybeSecret() {
    return isSecret() || this == JSON || this == VALUE || this == HTTP || this == LOG;
  }
}
