package dev.meshsim.cli.run;

import dev.meshsim.json.binary.Encoding;
import picocli.CommandLine.Option;

/** The option that says how messages are written as octets. */
final class EncodingOption {

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "json",
      description =
          "The encoding of messages: json, json-b or json-c; what is signed stays JSON."
              + " Default: ${DEFAULT-VALUE}.")
  private String encoding = Encoding.JSON.label();

  /**
   * The encoding.
   *
   * @throws dev.meshsim.json.binary.EncodingException if there is none of that name
   */
  Encoding encoding() {
    return Encoding.named(encoding);
  }
}
