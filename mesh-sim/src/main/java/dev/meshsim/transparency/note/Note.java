package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signed note (C2SP signed-note): a text and its signature lines. Reading one proves nothing;
 * {@link #verify} does.
 *
 * @param text what is signed, with its last line feed
 * @param signatures the lines, at least one, also those of unknown keys
 */
public record Note(String text, List<NoteSignature> signatures) {

  /** The most octets of a note that is read. */
  public static final int MOST_OCTETS = 64 * 1024;

  private static final int MOST_SIGNATURES = 100;

  /** Checks the form. */
  public Note {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || signatures.isEmpty()) {
      throw new IllegalArgumentException("a text that ends with a line feed, and a signature");
    }
  }

  /**
   * Reads a note.
   *
   * @throws TransparencyException {@code transparency.bad-note} if it is none
   */
  public static Note parse(Bytes octets) {
    if (octets.length() > MOST_OCTETS) {
      throw TransparencyException.badNote("it has more than " + MOST_OCTETS + " octets");
    }
    if (octets.utf8Fault() != Utf8.NONE) {
      throw TransparencyException.badNote("it is not UTF-8 at octet " + octets.utf8Fault());
    }
    String all = octets.utf8();
    if (all.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw TransparencyException.badNote("it has a control character");
    }
    // The text may have empty lines of its own, so the last one ends it.
    int split = all.lastIndexOf("\n\n");
    if (split < 0 || !all.endsWith("\n")) {
      throw TransparencyException.badNote("a text, an empty line and signature lines are needed");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    String lines = all.substring(split + 2);
    if (lines.isEmpty()) {
      throw TransparencyException.badNote("it has no signature");
    }
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      signatures.add(
          NoteSignature.parse(line)
              .orElseThrow(
                  () -> TransparencyException.badNote("a line after the text is no signature")));
      if (signatures.size() > MOST_SIGNATURES) {
        throw TransparencyException.badNote("it has more than " + MOST_SIGNATURES + " signatures");
      }
    }
    return new Note(all.substring(0, split + 1), signatures);
  }

  /** The octets of the note, which {@link #parse} reads. */
  public Bytes octets() {
    StringBuilder all = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> all.append(signature.line()).append('\n'));
    return Bytes.utf8(all.toString());
  }

  /** A copy with a further signature, unless the note has one of the same key. */
  public Note with(NoteSignature signature) {
    if (signatures.stream()
        .anyMatch(own -> own.id().equals(signature.id()) && own.name().equals(signature.name()))) {
      return this;
    }
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new Note(text, more);
  }

  /**
   * Verifies the note by known keys. Signatures of other keys are ignored; two lines of one key
   * count once, the first.
   *
   * @return the keys whose signature is right, in the order of {@code known}; never empty
   * @throws TransparencyException {@code transparency.unsigned} if no known key has signed
   * @throws TransparencyException {@code transparency.bad-signature} if the signature of a known
   *     key is wrong
   */
  public List<NoteKey> verify(List<NoteKey> known) {
    List<NoteKey> good = new ArrayList<>();
    for (NoteKey key : known) {
      Optional<NoteSignature> signature = signatureOf(key);
      if (signature.isPresent()) {
        if (!key.verifies(text, signature.get())) {
          throw TransparencyException.badSignature(key.name());
        }
        good.add(key);
      }
    }
    if (good.isEmpty()) {
      throw TransparencyException.unsigned(
          known.isEmpty() ? "any key: none is known" : known.get(0).text());
    }
    return good;
  }

  /** The first signature that names a key; not verified. */
  public Optional<NoteSignature> signatureOf(NoteKey key) {
    return signatures.stream()
        .filter(line -> line.name().equals(key.name()) && line.id().equals(key.id()))
        .findFirst();
  }
}
