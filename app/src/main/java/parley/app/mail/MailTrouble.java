package parley.app.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why mails wait that would have gone out if our settings or the server were in order.
 *
 * @param cause the spelled {@link Setback}
 * @param reply what the server answered; null: nothing
 * @param sentence for operators
 * @param waiting how many mails wait for this reason
 * @param since when the oldest of them was written
 */
record MailTrouble(
    String cause, @Nullable Integer reply, String sentence, long waiting, Instant since) {}
