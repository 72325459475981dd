import { KeyRound } from "lucide-react";
import { SettingRow } from "./SettingRow";

/** The password: whether there is one. */
export function PasswordRow({ password }: { password: boolean }) {
  return (
    <SettingRow
      icon={KeyRound}
      title="Password"
      state={password ? "You have one." : "You have none and log in another way."}
    />
  );
}
