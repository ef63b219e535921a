package dev.meshsim.protect;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Statements of one portal's keys, newest first, each bound to the one behind it ({@link
 * KeyStatement#isBoundTo}): whoever has signed one of them has signed all newer ones, and has named
 * all older ones. So signatures by any of the keys are of one portal. Immutable.
 */
public final class KeyChain {

  /** The most octets of {@link #published}. */
  public static final int MOST_OCTETS = 384 * 1024;

  /** No statements. */
  public static final KeyChain NONE = new KeyChain(List.of());

  private final List<KeyStatement> statements;

  /** The form in which a portal publishes its statements. */
  private record Published(@JsonProperty("PortalKeys") List<Bytes> statements) {

    Published {
      statements = statements == null ? List.of() : List.copyOf(statements);
    }
  }

  private KeyChain(List<KeyStatement> statements) {
    this.statements = List.copyOf(statements);
  }

  /**
   * Reads statements that must be a chain.
   *
   * @param newestFirst the texts of the statements, at most {@link KnownKeys#MOST_STATEMENTS}
   * @throws ProtectException {@code protect.bad-statement} if one is not valid, or not bound to the
   *     one behind it
   */
  public static KeyChain read(List<Bytes> newestFirst) {
    if (newestFirst.size() > KnownKeys.MOST_STATEMENTS) {
      throw ProtectException.badStatement(
          "there are more than " + KnownKeys.MOST_STATEMENTS + " in a chain");
    }
    List<KeyStatement> read = newestFirst.stream().map(KeyStatement::read).toList();
    for (int i = 1; i < read.size(); i++) {
      if (!read.get(i - 1).isBoundTo(read.get(i))) {
        throw ProtectException.badStatement(
            "number " + read.get(i - 1).number() + " does not follow the one behind it");
      }
    }
    return new KeyChain(read);
  }

  /**
   * The chain from a statement back, as far as the earlier ones are valid and bound.
   *
   * @param earlier the texts of those before it, newest first
   */
  public static KeyChain of(KeyStatement newest, List<Bytes> earlier) {
    List<KeyStatement> chain = new ArrayList<>(List.of(newest));
    for (Bytes text : earlier) {
      KeyStatement before;
      try {
        before = KeyStatement.read(text);
      } catch (MeshException e) {
        break;
      }
      if (chain.size() == KnownKeys.MOST_STATEMENTS
          || !chain.get(chain.size() - 1).isBoundTo(before)) {
        break;
      }
      chain.add(before);
    }
    return new KeyChain(chain);
  }

  /** The texts of a portal's statements, newest first, as it publishes them: JSON. */
  public static Bytes published(List<Bytes> newestFirst) {
    return MeshJson.write(new Published(newestFirst));
  }

  /**
   * Reads what a portal publishes, as far as it is a chain.
   *
   * @throws ProtectException {@code protect.bad-statement} if it is not of this form, or has no
   *     valid statement
   */
  public static KeyChain readPublished(Bytes json) {
    List<Bytes> texts;
    try {
      texts = MeshJson.read(json, Published.class).statements();
    } catch (MeshException e) {
      throw ProtectException.badStatement(e.problem());
    }
    if (texts.isEmpty()) {
      throw ProtectException.badStatement("a portal's list of them is empty");
    }
    return of(KeyStatement.read(texts.get(0)), texts.subList(1, texts.size()));
  }

  /** The key of the log that has signed a note, the newest if there are several. */
  public Optional<NoteKey> signerOf(Note note) {
    return logKeys().stream().filter(key -> note.signatureOf(key).isPresent()).findFirst();
  }

  /** True if the chain leads from one key of the log to another, newer one. */
  public boolean leads(NoteKey from, NoteKey to) {
    int older = placeOf(from);
    int newer = placeOf(to);
    return newer >= 0 && newer < older;
  }

  /** The keys of the portal's log that the statements name, newest first, each once. */
  public List<NoteKey> logKeys() {
    return statements.stream().flatMap(one -> one.log().stream()).distinct().toList();
  }

  /** True if the statement is one of these. */
  public boolean has(KeyStatement statement) {
    return statements.contains(statement);
  }

  /**
   * The part of the chain from one key of the log to another one, both ends included.
   *
   * @return {@link #NONE} if it does not have both
   */
  public KeyChain between(NoteKey one, NoteKey other) {
    int first = placeOf(one);
    int second = placeOf(other);
    return first < 0 || second < 0 ? NONE : part(Math.min(first, second), Math.max(first, second));
  }

  /** As {@link #between(NoteKey, NoteKey)}, from a key of the log to a statement. */
  public KeyChain between(NoteKey one, KeyStatement other) {
    int first = placeOf(one);
    int second = statements.indexOf(other);
    return first < 0 || second < 0 ? NONE : part(Math.min(first, second), Math.max(first, second));
  }

  private KeyChain part(int newest, int oldest) {
    return new KeyChain(statements.subList(newest, oldest + 1));
  }

  private int placeOf(NoteKey key) {
    for (int i = 0; i < statements.size(); i++) {
      if (Objects.equals(key, statements.get(i).log().orElse(null))) {
        return i;
      }
    }
    return -1;
  }

  /** The texts of the statements, newest first, which {@link #read} reads. */
  public List<Bytes> texts() {
    return statements.stream().map(KeyStatement::text).toList();
  }

  /** True if there is no statement. */
  public boolean isEmpty() {
    return statements.isEmpty();
  }
}
