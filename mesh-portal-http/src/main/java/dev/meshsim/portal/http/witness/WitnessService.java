package dev.meshsim.portal.http.witness;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.http.server.TextService;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The requests of the protocol of witnesses, answered by a witness. */
final class WitnessService implements TextService {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final String GET = "GET";
  private static final String POST = "POST";

  private final Witness witness;
  private final Consumer<String> stopped;
  private final AtomicBoolean told = new AtomicBoolean();

  WitnessService(Witness witness, Consumer<String> stopped) {
    this.witness = witness;
    this.stopped = stopped;
  }

  @Override
  public Optional<Reply> refuse(String method, String path) {
    boolean adds = path.equals(WitnessPaths.ADD);
    if (!adds && WitnessPaths.originHash(path).isEmpty()) {
      return Optional.of(
          Reply.line(NOT_FOUND, "a witness has only the paths of C2SP tlog-witness"));
    }
    String needed = adds ? POST : GET;
    return method.equals(needed) ? Optional.empty() : Optional.of(Reply.otherMethod(needed));
  }

  @Override
  public Reply answer(String method, String path, Bytes body) {
    return WitnessPaths.originHash(path).map(this::latest).orElseGet(() -> add(body));
  }

  private Reply latest(String originHash) {
    return witness
        .latest(originHash)
        .map(Note::octets)
        .map(octets -> new Reply(OK, PLAIN, Optional.empty(), octets))
        .orElseGet(() -> Reply.line(NOT_FOUND, "this witness has cosigned nothing of such a log"));
  }

  private Reply add(Bytes body) {
    WitnessAnswer answer = witness.add(body);
    if (witness.lost().isPresent() && told.compareAndSet(false, true)) {
      stopped.accept(witness.lost().get());
    }
    if (answer instanceof WitnessAnswer.Cosigned cosigned) {
      String lines =
          cosigned.signatures().stream()
              .map(signature -> signature.line() + "\n")
              .collect(Collectors.joining());
      return new Reply(OK, PLAIN, Optional.empty(), Bytes.utf8(lines));
    }
    if (answer instanceof WitnessAnswer.Conflict conflict) {
      return new Reply(
          conflict.status(),
          WitnessPaths.SIZE_TYPE,
          Optional.empty(),
          Bytes.utf8(conflict.size() + "\n"));
    }
    WitnessAnswer.Refused refused = (WitnessAnswer.Refused) answer;
    return Reply.line(refused.status(), Quote.of(refused.reason()));
  }
}
