package dev.meshsim.fuzz;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import java.util.function.UnaryOperator;

/** A portal that answers as a test says. */
public record Saying(Dialect dialect, UnaryOperator<Bytes> answer) implements MeshPortal {

  @Override
  public String domain() {
    return "example.com";
  }

  @Override
  public Bytes exchange(Bytes request) {
    return answer.apply(request);
  }
}
