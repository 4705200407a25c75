package org.urnengang.rules.election;

import java.util.Optional;

/**
 * Zählende Behörde (§§ 71, 75 BWO): who counts and reports districts.
 *
 * @param key word used in reports and addresses
 * @param name as people call it
 * @param verificationKey the key of its own ledger, if it keeps one (C2SP signed-note vkey)
 */
public record Authority(String key, String name, Optional<String> verificationKey) {}
