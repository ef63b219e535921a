package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import java.util.Optional;

/**
 * One signature line of a note.
 *
 * @param name the name of the key
 * @param id the identifier of the key, 4 octets; identifies, proves nothing
 * @param octets the signature in the form of the key's type
 */
public record NoteSignature(String name, Bytes id, Bytes octets) {

  private static final String START = "\u2014 ";
  private static final int ID_OCTETS = 4;

  /** Checks the name and the identifier. */
  public NoteSignature {
    if (!KeyName.isValid(name) || id.length() != ID_OCTETS || octets.length() == 0) {
      throw new IllegalArgumentException("a name, an identifier of 4 octets and a signature");
    }
  }

  /** The line, without its line feed. */
  public String line() {
    byte[] all = new byte[ID_OCTETS + octets.length()];
    id.copyTo(all, 0);
    octets.copyTo(all, ID_OCTETS);
    return START + name + " " + StrictBase64.of(Bytes.of(all));
  }

  /** Reads a line without its line feed; empty if it is none. */
  static Optional<NoteSignature> parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(START) || space < START.length()) {
      return Optional.empty();
    }
    String name = line.substring(START.length(), space);
    return StrictBase64.parse(line.substring(space + 1))
        .filter(all -> all.length() > ID_OCTETS && KeyName.isValid(name))
        .map(
            all -> {
              byte[] octets = all.toArray();
              return new NoteSignature(
                  name, Bytes.of(octets, 0, ID_OCTETS), Bytes.of(octets, ID_OCTETS, octets.length));
            });
  }
}
