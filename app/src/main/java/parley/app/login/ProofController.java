package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.factors.Passkeys;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.SignedInUser;

/** Confirming that it is still you, before something dangerous. Never open to an API key. */
@RestController
@RequestMapping("/api/v1/sessions/current/proof")
class ProofController {
  private final Proofs proofs;
  private final Proving proving;
  private final ProofMail mail;
  private final Passkeys passkeys;

  ProofController(Proofs proofs, Proving proving, ProofMail mail, Passkeys passkeys) {
    this.proofs = proofs;
    this.proving = proving;
    this.mail = mail;
    this.passkeys = passkeys;
  }

  /**
   * @param fresh whether a proof holds now
   */
  record Ways(boolean fresh, List<String> ways, List<String> second) {}

  /**
   * @param provenUntil until when no other proof is asked for
   */
  record Holds(Instant provenUntil) {}

  @GetMapping
  Ways ways(CurrentPerson person) {
    SignedInUser user = StepUpGate.inABrowser(person);
    ProofWays ways = proofs.ways(user.userId());
    return new Ways(proofs.isFresh(user.sessionId()), ways.ways(), ways.second());
  }

  @PostMapping
  Holds prove(CurrentPerson person, @RequestBody ShownProof shown, HttpServletRequest request) {
    SignedInUser user = StepUpGate.inABrowser(person);
    return new Holds(proving.prove(user, shown, Browser.of(request)));
  }

  @PostMapping("/passkey-options")
  Map<String, Object> passkeyOptions(CurrentPerson person, HttpServletRequest request) {
    SignedInUser user = StepUpGate.inABrowser(person);
    return passkeys.assertionOptions(
        ProofChecks.holder(user.sessionId()),
        ClientAddress.of(request),
        Optional.of(user.userId()));
  }

  @PostMapping("/mail")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void mail(CurrentPerson person) {
    mail.send(StepUpGate.inABrowser(person));
  }
}
