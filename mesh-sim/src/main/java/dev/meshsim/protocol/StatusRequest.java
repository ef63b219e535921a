package dev.meshsim.protocol;

/** Asks when the portal's log was last written. */
public record StatusRequest() implements MeshRequest {}
