package parley.app.login;

import java.util.List;

/**
 * The first step is made and the second one due.
 *
 * @param token kept by the browser that made the first step; it opens nothing by itself
 * @param ways what may be shown, best first; see {@code SecondFactors}
 */
public record SecondStepDue(SecretToken token, List<String> ways) implements Arrival {}
