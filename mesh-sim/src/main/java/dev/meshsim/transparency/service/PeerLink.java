package dev.meshsim.transparency.service;

import dev.meshsim.transparency.note.NoteKey;

/**
 * A portal that checkpoints are exchanged with.
 *
 * @param key the key of its log, whose name is its domain
 * @param port the way to it
 */
public record PeerLink(NoteKey key, PeerPort port) {}
