package parley.app.server.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests are received.
 *
 * @param patience how long the head of a request may take to arrive, and its body beyond what a
 *     slow line needs
 */
@ConfigurationProperties("parley.requests")
record RequestSettings(@DefaultValue("20s") Duration patience) {}
