/**
 * The messages of the portal protocol (mesh-reference-03 section 7), one record each, and their
 * JSON form. A request travels as {@code {"Transaction": {...}}}, a response as {@code
 * {"MessageName": {...}}}; a request under its message name is read as well. A request that only an
 * administrator or one device may make travels inside a {@link
 * dev.meshsim.protocol.RequestEnvelope}, a JWS whose payload is the request. {@link
 * dev.meshsim.protocol.Extension} lists what no draft has.
 */
@NullMarked
package dev.meshsim.protocol;

import org.jspecify.annotations.NullMarked;
