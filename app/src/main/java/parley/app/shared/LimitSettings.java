package parley.app.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every rate limit there is.
 *
 * @param scale multiplies them all, for load tests
 * @param loginPerAddress wrong passwords from one address, whoever they were for
 * @param loginPerAccount wrong passwords for one account, from devices that never logged in to it
 * @param loginPerAddressADay the same over a day: who goes on guessing waits ever longer
 * @param loginPerAccountADay the same over a day, for one account from unknown devices
 * @param loginPerDevice wrong passwords for one account from one device that did
 * @param signUp sign-ups from one address
 * @param emailTaken how often one address is told that an e-mail address is taken
 * @param verificationMail mails with a verification link that one user asks for
 * @param passkeyChallenge challenges for passkeys made for one address, whatever for; every visit
 *     to the log-in page makes one
 * @param passwordReset links for a new password asked for from one address
 * @param passwordResetMail such mails to one mailbox; who asks is not told
 * @param newPassword passwords chosen by one user
 * @param emailChange changes of address begun by one user
 * @param invitation invitations to make an account sent by one member of staff
 * @param socialLogin log-ins by other providers begun from one address
 * @param setup tries of a setup link from one address
 * @param wrongCode wrong meeting codes or invitations from one address; right ones are never
 *     counted
 * @param wrongToken wrong credentials of other kinds (bearer, mailed links) from one address
 * @param createMeeting meetings made by one user
 * @param join joins asked by one address, behind which a whole school may sit
 * @param message chat messages of one participant
 * @param upload files of one user
 * @param updates update channels opened from one address; all of a school's come back at once after
 *     a restart
 * @param pushDevice devices that one user wants to be notified on
 * @param pushTest test notifications that one user sends
 * @param dataExport archives with everything about themselves that one user asks for
 * @param profileChange changes of one user's profile
 * @param staffRefused refusals of one user behind the counter that the audit trail tells
 * @param audioKilobits sound that one participant sends into a meeting
 * @param cameraKilobits pictures of cameras that one participant sends, all encodings together
 * @param screenKilobits pictures of screens that one participant sends
 */
@ConfigurationProperties("parley.limits")
public record LimitSettings(
    @DefaultValue("1") int scale,
    @DefaultValue("60/15m") Rate loginPerAddress,
    @DefaultValue("10/15m") Rate loginPerAccount,
    @DefaultValue("1000/24h") Rate loginPerAddressADay,
    @DefaultValue("40/24h") Rate loginPerAccountADay,
    @DefaultValue("10/15m") Rate loginPerDevice,
    @DefaultValue("100/1h") Rate signUp,
    @DefaultValue("10/1h") Rate emailTaken,
    @DefaultValue("5/1h") Rate verificationMail,
    @DefaultValue("600/1m") Rate passkeyChallenge,
    @DefaultValue("30/1h") Rate passwordReset,
    @DefaultValue("4/1h") Rate passwordResetMail,
    @DefaultValue("10/1h") Rate newPassword,
    @DefaultValue("5/1h") Rate emailChange,
    @DefaultValue("500/24h") Rate invitation,
    @DefaultValue("300/1m") Rate socialLogin,
    @DefaultValue("10/1m") Rate setup,
    @DefaultValue("10/1m") Rate wrongCode,
    @DefaultValue("30/1m") Rate wrongToken,
    @DefaultValue("60/1m") Rate createMeeting,
    @DefaultValue("3000/1m") Rate join,
    @DefaultValue("300/1m") Rate message,
    @DefaultValue("60/1m") Rate upload,
    @DefaultValue("3000/1m") Rate updates,
    @DefaultValue("20/1h") Rate pushDevice,
    @DefaultValue("5/1m") Rate pushTest,
    @DefaultValue("2/24h") Rate dataExport,
    @DefaultValue("60/1h") Rate profileChange,
    @DefaultValue("30/1h") Rate staffRefused,
    @DefaultValue("2000/1s") Rate audioKilobits,
    @DefaultValue("15000/1s") Rate cameraKilobits,
    @DefaultValue("40000/1s") Rate screenKilobits) {}
