package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.service.PeerPort;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.tree.TreeHasher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The published log of a portal's server: its checkpoint and its hash tiles (C2SP tlog-tiles),
 * below {@value #PATH}. What is read is not verified here. An answer takes 30 seconds at most.
 */
public final class PublishedLog implements PeerPort {

  /** The path of the log on a portal's server. */
  public static final String PATH = HttpBinding.PATH + "log/";

  /** The path of its newest checkpoint. */
  static final String CHECKPOINT = PATH + "checkpoint";

  /** The path of the statements of the portal's keys. */
  static final String KEYS = PATH + "keys";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final URI prefix;

  /** The log of the server at an address. */
  public PublishedLog(URI server) {
    this.prefix = server.resolve(PATH);
  }

  /** The octets of the newest checkpoint. */
  @Override
  public Bytes checkpoint() {
    return get("checkpoint", Note.MOST_OCTETS);
  }

  /** The octets of a tile. */
  @Override
  public Bytes tile(Tile tile) {
    return get(tile.path(), Tile.FULL * TreeHasher.OCTETS);
  }

  /** The portal's statements of its keys. */
  @Override
  public Bytes keys() {
    return get("keys", KeyChain.MOST_OCTETS);
  }

  private Bytes get(String path, int most) {
    URI address = prefix.resolve(path);
    try {
      HttpResponse<Bytes> answer =
          BoundedExchange.send(HttpRequest.newBuilder(address).GET().build(), most, PATIENCE);
      if (answer.statusCode() != OK) {
        throw HttpPortalException.noLog(address, "it answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw HttpPortalException.noLog(address, BoundedExchange.reason(e));
    }
  }
}
