import { useMutation } from "@tanstack/react-query";
import { Check, Ellipsis, ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { security, type AppSetup } from "../api/factors";
import { sentenceOf } from "../api/problem";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { IconButton } from "../ui/IconButton";
import { Menu, MenuItem } from "../ui/Menu";
import { AppSetupDialog } from "./AppSetupDialog";
import { Refused } from "./Refused";
import { useLookAgain } from "./securityQuery";
import { SettingRow } from "./SettingRow";
import { dayInWords } from "./when";

type AppRowProps = { since: string | null; onCodes: (codes: string[]) => void };

/** The authenticator app: set up, or on. */
export function AppRow({ since, onCodes }: AppRowProps) {
  const [setup, setSetup] = useState<AppSetup | null>(null);
  const start = useMutation({ mutationFn: security.startApp, onSuccess: setSetup });
  return (
    <div>
      <SettingRow
        icon={ShieldCheck}
        title="Authenticator app"
        state={
          since
            ? `On since ${dayInWords(since).replace(/^on /, "")}`
            : "A code from your phone, after the password."
        }
        action={
          since ? (
            <AppOn />
          ) : (
            <Button busy={start.isPending} onClick={() => start.mutate()}>
              Set up
            </Button>
          )
        }
      />
      <Refused error={start.error} />
      {setup && <AppSetupDialog setup={setup} onClose={() => setSetup(null)} onCodes={onCodes} />}
    </div>
  );
}

function AppOn() {
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex items-center gap-1">
      <Badge tone="ok" icon={Check}>
        On
      </Badge>
      <Menu trigger={<IconButton icon={Ellipsis} label="More about the authenticator app" tooltip={false} />}>
        <MenuItem icon={ShieldOff} danger onSelect={() => setAsking(true)}>
          Turn off
        </MenuItem>
      </Menu>
      {asking && <TurnOff onClose={() => setAsking(false)} />}
    </div>
  );
}

function TurnOff({ onClose }: { onClose: () => void }) {
  const lookAgain = useLookAgain();
  const off = useMutation({
    mutationFn: security.turnAppOff,
    onSuccess: async () => {
      await lookAgain();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => off.mutate()}
      busy={off.isPending}
      error={off.error ? sentenceOf(off.error) : null}
      title="Turn off the authenticator app"
      action="Turn off app"
    >
      Its codes stop working, and where no passkey is asked for, your password alone opens your account again.
      To move to another phone, turn it off and set it up there.
    </ConfirmDialog>
  );
}
