import { useMutation } from "@tanstack/react-query";
import { Fingerprint, LifeBuoy } from "lucide-react";
import { useState } from "react";
import { security as api, type Security } from "../api/factors";
import { Button } from "../ui/Button";
import { AppRow } from "./AppRow";
import { RecoveryCodesDialog } from "./RecoveryCodesDialog";
import { Refused } from "./Refused";
import { useLookAgain } from "./securityQuery";
import { SettingCard, SettingRow } from "./SettingRow";

/** What is asked for after the password. */
export function SecondStepCard({ security: { factors } }: { security: Security }) {
  const [codes, setCodes] = useState<string[]>([]);
  const on = factors.appSince !== null || factors.passkeyStep;
  return (
    <SettingCard title="Second step">
      <AppRow since={factors.appSince} onCodes={setCodes} />
      {(factors.passkeys.length > 0 || factors.passkeyStep) && (
        <PasskeyStepRow on={factors.passkeyStep} byApp={factors.appSince !== null} onCodes={setCodes} />
      )}
      {on && <RecoveryRow left={factors.recoveryCodesLeft} of={factors.recoveryCodesOf} onCodes={setCodes} />}
      {codes.length > 0 && <RecoveryCodesDialog codes={codes} onClose={() => setCodes([])} />}
    </SettingCard>
  );
}

type PasskeyStepRowProps = { on: boolean; byApp: boolean; onCodes: (codes: string[]) => void };

function PasskeyStepRow({ on, byApp, onCodes }: PasskeyStepRowProps) {
  const lookAgain = useLookAgain();
  const turn = useMutation({
    mutationFn: async () =>
      on ? await api.turnPasskeyStepOff().then(() => null) : await api.turnPasskeyStepOn(),
    onSuccess: async (turned) => {
      await lookAgain();
      if (turned) onCodes(turned.recoveryCodes);
    },
  });
  return (
    <div>
      <SettingRow
        icon={Fingerprint}
        title="Passkey after the password"
        state={stepInWords(on, byApp)}
        action={
          <Button busy={turn.isPending} onClick={() => turn.mutate()} aria-label={turnLabel(on)}>
            {on ? "Turn off" : "Turn on"}
          </Button>
        }
      />
      <Refused error={turn.error} />
    </div>
  );
}

function stepInWords(on: boolean, byApp: boolean): string {
  if (on)
    return byApp
      ? "After your password: a passkey of yours, or the code of your app."
      : "After your password, a passkey of yours is asked for.";
  return byApp
    ? "A passkey does in place of the code while the app is on."
    : "Your password alone opens your account.";
}

const turnLabel = (on: boolean) => `${on ? "Turn off" : "Turn on"} passkey after the password`;

/** From here on new codes are worth making. */
const FEW = 3;

function RecoveryRow({
  left,
  of,
  onCodes,
}: {
  left: number;
  of: number;
  onCodes: (codes: string[]) => void;
}) {
  const lookAgain = useLookAgain();
  const make = useMutation({
    mutationFn: api.newRecoveryCodes,
    onSuccess: async ({ recoveryCodes }) => {
      await lookAgain();
      onCodes(recoveryCodes);
    },
  });
  return (
    <div>
      <SettingRow
        icon={LifeBuoy}
        title="Recovery codes"
        state={`${left} of ${of} left.${left <= FEW ? " Make new ones before you need them." : ""}`}
        action={
          <Button busy={make.isPending} onClick={() => make.mutate()}>
            New codes
          </Button>
        }
      />
      <Refused error={make.error} />
    </div>
  );
}
