package dev.meshsim.protocol;

/** Asks how the portal's log stands. */
public record StatusRequest() implements MeshRequest {}
