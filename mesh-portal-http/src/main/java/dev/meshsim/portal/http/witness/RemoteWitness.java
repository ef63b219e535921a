package dev.meshsim.portal.http.witness;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.http.BoundedExchange;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.DecimalSize;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSignature;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.transparency.witness.WitnessPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A witness that is asked over HTTP (C2SP tlog-witness). An answer takes 10 seconds at most, and
 * has at most as many octets as one of the protocol; redirections are not followed. No cosignature
 * is verified here. Thread-safe.
 */
public final class RemoteWitness implements WitnessPort {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Many cosignatures; one in ML-DSA-44 has 3,300 octets in base64. */
  private static final int MOST_ANSWERED = 16 * 1024;

  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final Set<Integer> REFUSALS = Set.of(400, 403, NOT_FOUND, 422, 503);

  private final String name;
  private final String prefix;
  private final Duration patience;

  private RemoteWitness(String name, String prefix, Duration patience) {
    this.name = name;
    this.prefix = prefix;
    this.patience = patience;
  }

  /**
   * A witness at an address. Nothing is sent yet.
   *
   * @param key its key; only the name is used here, in messages
   * @param prefix its submission prefix, of http or https, which is its monitoring prefix too
   * @throws HttpPortalException {@code http.bad-address} if it is no such address
   */
  public static RemoteWitness at(NoteKey key, String prefix) {
    return at(key, prefix, PATIENCE);
  }

  /** As {@link #at(NoteKey, String)}, with another limit of time. */
  static RemoteWitness at(NoteKey key, String prefix, Duration patience) {
    BoundedExchange.requireAddress(prefix, "a witness");
    String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return new RemoteWitness(key.name(), bare, patience);
  }

  @Override
  public WitnessAnswer add(AddCheckpoint request) {
    HttpResponse<Bytes> answer =
        send(
            request(WitnessPaths.ADD)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.octets().toArray())),
            MOST_ANSWERED);
    int status = answer.statusCode();
    if (status == OK) {
      return new WitnessAnswer.Cosigned(signatures(request.checkpoint(), answer.body()));
    }
    if (status == CONFLICT) {
      return new WitnessAnswer.Conflict(size(answer));
    }
    if (REFUSALS.contains(status)) {
      return new WitnessAnswer.Refused(status, line(answer.body()));
    }
    throw unexpected(status);
  }

  @Override
  public Optional<Note> latest(String originHash) {
    HttpResponse<Bytes> answer =
        send(request(WitnessPaths.latest(originHash)).GET(), Note.MOST_OCTETS);
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (answer.statusCode() != OK) {
      throw unexpected(answer.statusCode());
    }
    try {
      return Optional.of(Note.parse(answer.body()));
    } catch (TransparencyException e) {
      throw TransparencyException.badWitness(name, "gives no checkpoint: " + e.problem());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(prefix + path));
  }

  private HttpResponse<Bytes> send(HttpRequest.Builder request, int most) {
    try {
      HttpResponse<Bytes> answer = BoundedExchange.send(request.build(), most, patience);
      if (answer.body().length() > most) {
        throw TransparencyException.badWitness(name, "answers more than " + most + " octets");
      }
      return answer;
    } catch (IOException e) {
      throw HttpPortalException.noWitness(prefix, BoundedExchange.reason(e));
    }
  }

  /** The lines that follow the note if they are put after it, as the protocol proposes. */
  private List<NoteSignature> signatures(Note note, Bytes lines) {
    if (lines.length() == 0 || lines.utf8Fault() != Utf8.NONE) {
      throw TransparencyException.badWitness(name, "answers no signature lines");
    }
    // The other signatures of the note are as many as they like; one is enough here.
    Note bare = new Note(note.text(), note.signatures().subList(0, 1));
    Note whole;
    try {
      whole = Note.parse(Bytes.utf8(bare.octets().utf8() + lines.utf8()));
    } catch (TransparencyException e) {
      throw TransparencyException.badWitness(name, "answers no signature lines: " + e.problem());
    }
    if (!whole.text().equals(note.text())) {
      // An empty line in the answer has made a part of it text of the note.
      throw TransparencyException.badWitness(name, "answers no signature lines");
    }
    return whole.signatures().subList(1, whole.signatures().size());
  }

  private long size(HttpResponse<Bytes> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String text = answer.body().utf8Fault() == Utf8.NONE ? answer.body().utf8() : "";
    OptionalLong size =
        text.endsWith("\n")
            ? DecimalSize.parse(text.substring(0, text.length() - 1))
            : OptionalLong.empty();
    if (type.split(";", 2)[0].strip().equalsIgnoreCase(WitnessPaths.SIZE_TYPE)
        && size.isPresent()) {
      return size.getAsLong();
    }
    throw TransparencyException.badWitness(name, "answers a conflict without a size");
  }

  private static String line(Bytes body) {
    return body.utf8Fault() == Utf8.NONE ? Quote.line(body.utf8().strip()) : "no text";
  }

  private TransparencyException unexpected(int status) {
    return TransparencyException.badWitness(name, "answers with HTTP status " + status);
  }
}
