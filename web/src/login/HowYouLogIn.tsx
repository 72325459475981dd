import type { Security } from "../api/factors";
import { AddPasskey } from "./AddPasskey";
import { EmailRow } from "./EmailRow";
import { LinkedAccountRows } from "./LinkedAccountRows";
import { PasskeyRow } from "./PasskeyRow";
import { PasswordRow } from "./PasswordRow";
import { SettingCard } from "./SettingRow";

/** The first step: password and passkeys. */
export function HowYouLogIn({ security: { password, factors } }: { security: Security }) {
  return (
    <SettingCard title="How you log in">
      <EmailRow />
      <PasswordRow password={password} />
      {factors.passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} />
      ))}
      <LinkedAccountRows />
      <AddPasskey />
    </SettingCard>
  );
}
