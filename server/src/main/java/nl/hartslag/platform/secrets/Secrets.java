package nl.hartslag.platform.secrets;

/** Keys live outside the database and its backups; what must be stored there is sealed with them. */
public interface Secrets {
    /** Encrypts (AES-256-GCM) for storage. */
    String seal(String plain);

    String open(String sealed);

    /** A keyed hash (HMAC-SHA-256) for tokens and pseudonyms; each purpose has its own key. */
    byte[] sign(String purpose, byte[] bytes);
}
