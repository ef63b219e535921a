package dev.meshsim.log;

/**
 * A record without its content.
 *
 * @param number its number
 * @param log the log it is in
 * @param primaryKey the key that it is about
 */
public record RecordKey(long number, LogName log, String primaryKey) {}
