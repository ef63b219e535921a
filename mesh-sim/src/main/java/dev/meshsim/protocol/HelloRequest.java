package dev.meshsim.protocol;

/** Asks which protocol versions and encodings the portal has. */
public record HelloRequest() implements MeshRequest {}
