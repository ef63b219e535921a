package dev.meshsim.transparency.service;

import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.witness.WitnessPort;

/**
 * A witness that a portal asks.
 *
 * @param key its key
 * @param port the way to it
 */
public record WitnessLink(NoteKey key, WitnessPort port) {}
