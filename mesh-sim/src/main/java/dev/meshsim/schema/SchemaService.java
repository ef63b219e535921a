package dev.meshsim.schema;

/**
 * A service: where its transactions are found.
 *
 * @param name the name
 * @param discovery the prefix of its SRV records, for example {@code _mmm._tcp}
 * @param path the path of its HTTP address
 * @param request the base of all requests
 * @param response the base of all responses
 * @param description paragraphs with an empty line between them; may be empty
 */
public record SchemaService(
    String name,
    String discovery,
    String path,
    String request,
    String response,
    String description) {}
