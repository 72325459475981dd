import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { passwords } from "../api/entry";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { NewPasswordForm } from "./NewPasswordForm";
import { SettingRow } from "./SettingRow";
import { dayInWords } from "./when";

/** The password among the ways to log in: when it was chosen, and the way to another. */
export function PasswordRow({ password }: { password: boolean }) {
  const { data } = useQuery({
    queryKey: ["password"],
    queryFn: ({ signal }) => passwords.mine(signal),
  });
  const [open, setOpen] = useState(false);
  const chosen = data?.changedAt ? `Chosen ${dayInWords(data.changedAt)}` : "You have one.";
  return (
    <>
      <SettingRow
        icon={KeyRound}
        title="Password"
        state={password ? chosen : "You have none and log in another way."}
        action={
          <Button
            size="dense"
            onClick={() => setOpen(true)}
            aria-label={password ? "Change password" : "Choose a password"}
          >
            {password ? "Change" : "Choose one"}
          </Button>
        }
      />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={password ? "Change your password" : "Choose a password"}
        description="All your other devices are logged out."
      >
        <NewPasswordForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
