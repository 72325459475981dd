package parley.app.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every rate limit there is.
 *
 * @param scale multiplies them all, for load tests
 * @param loginPerAddress log-ins tried from one address
 * @param loginPerAccount log-ins tried on one account
 * @param signUp sign-ups from one address
 * @param setup tries of a setup link from one address
 * @param wrongCode wrong meeting codes or invitations from one address; right ones are never
 *     counted
 * @param wrongToken wrong credentials of other kinds (bearer, mailed links) from one address
 * @param createMeeting meetings made by one user
 * @param join joins asked by one address
 * @param message chat messages of one participant
 * @param upload files of one user
 * @param updates update channels opened from one address
 */
@ConfigurationProperties("parley.limits")
public record LimitSettings(
    @DefaultValue("1") int scale,
    @DefaultValue("60/1m") Rate loginPerAddress,
    @DefaultValue("10/1m") Rate loginPerAccount,
    @DefaultValue("20/1h") Rate signUp,
    @DefaultValue("10/1m") Rate setup,
    @DefaultValue("10/1m") Rate wrongCode,
    @DefaultValue("30/1m") Rate wrongToken,
    @DefaultValue("60/1m") Rate createMeeting,
    @DefaultValue("600/1m") Rate join,
    @DefaultValue("60/1m") Rate message,
    @DefaultValue("60/1m") Rate upload,
    @DefaultValue("120/1m") Rate updates) {}
