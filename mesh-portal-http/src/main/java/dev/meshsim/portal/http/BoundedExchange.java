package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP exchanges with servers that are not trusted: the whole answer has a limit of octets and of
 * time, whatever the server sends, and redirections are not followed. Thread-safe.
 */
public final class BoundedExchange {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private BoundedExchange() {}

  /** The connections of all exchanges, which are kept open for the next. */
  private static final class Connections {
    static final HttpClient SHARED =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @param most the octets of its body that are read; if there are more, one more is read and the
   *     connection is closed
   * @param patience the time to the last octet
   * @throws IOException if there is no whole answer in that time
   */
  public static HttpResponse<Bytes> send(HttpRequest request, int most, Duration patience)
      throws IOException {
    CompletableFuture<HttpResponse<Bytes>> answer =
        Connections.SHARED.sendAsync(request, head -> new Body(most));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer in " + patience.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the wait was interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      // Ends the exchange if it has not ended.
      answer.cancel(true);
    }
  }

  /** The reason why there was no answer, without anything that the server said. */
  public static String reason(IOException failure) {
    String message = failure.getMessage();
    return failure instanceof ConnectException || message == null
        ? failure.getClass().getSimpleName()
        : message;
  }

  /**
   * Checks an address of http or https.
   *
   * @param whose the kind of server, for the message
   * @throws HttpPortalException {@code http.bad-address} if it is none, or has a query or fragment
   */
  public static URI requireAddress(String text, String whose) {
    try {
      URI address = URI.create(text);
      String scheme = address.getScheme();
      if (address.getHost() != null
          && address.getRawQuery() == null
          && address.getRawFragment() == null
          && ("http".equals(scheme) || "https".equals(scheme))) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw HttpPortalException.badAddress(text, whose);
  }

  /** The body of an answer up to its limit. */
  private static final class Body implements HttpResponse.BodySubscriber<Bytes> {

    private final int most;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final CompletableFuture<Bytes> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    Body(int most) {
      this.most = most;
    }

    @Override
    public CompletionStage<Bytes> getBody() {
      return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] part = new byte[Math.min(buffer.remaining(), most + 1 - octets.size())];
        buffer.get(part);
        octets.writeBytes(part);
      }
      Flow.Subscription open = subscription;
      if (octets.size() > most && open != null) {
        open.cancel();
        onComplete();
      }
    }

    @Override
    public void onError(Throwable failure) {
      whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      whole.complete(Bytes.of(octets.toByteArray()));
    }
  }
}
