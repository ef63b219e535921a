/**
 * Messages protected on their way (json-web-service-03 section 6): the content coding {@code
 * jose-jwb}. {@link dev.meshsim.protect.Envelope} is its form: a header in JSON, the payload and a
 * trailer in JSON, between record separators. A signed envelope is a JWS and an encrypted one a JWE
 * whose plaintext is a signed envelope, so that software for JOSE verifies and opens both. {@link
 * dev.meshsim.protect.ProtectedClient} seals requests and opens answers, {@link
 * dev.meshsim.protect.ProtectedDoor} is its counterpart at the portal. {@link
 * dev.meshsim.protect.KeyStatement} is a portal's signed statement of its keys, and {@link
 * dev.meshsim.protect.KnownKeys} decides which statement a client accepts.
 */
@NullMarked
package dev.meshsim.protect;

import org.jspecify.annotations.NullMarked;
