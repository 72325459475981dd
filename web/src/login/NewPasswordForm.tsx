import { useQueryClient } from "@tanstack/react-query";
import { useOutletContext } from "react-router";
import { passwords } from "../api/entry";
import type { Me } from "../api/types";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField } from "../ui/TextField";
import { useToast } from "../ui/Toasts";
import { PasswordMeter } from "./PasswordMeter";
import { strengthOf } from "./passwordStrength";
import { securityQuery } from "./securityQuery";
import { useAccountForm } from "./useAccountForm";
import { newPasswordFault } from "./validate";

/** Another password for whoever is logged in. */
export function NewPasswordForm({ onDone }: { onDone: () => void }) {
  const me = useOutletContext<Me>();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useAccountForm(
    { password: "" },
    (_, value) => newPasswordFault(value),
    async ({ password }) => {
      await passwords.change(password);
      for (const queryKey of [["password"], ["sessions"], securityQuery.queryKey]) {
        void queries.invalidateQueries({ queryKey });
      }
      toast({ text: "Your password is changed." });
      onDone();
    },
  );
  const known = [...me.displayName.split(/\s+/), me.email.split("@")[0] ?? ""];
  return (
    <form onSubmit={form.submit} noValidate className="flex flex-col gap-4">
      {/* Tells password managers whose password it is. */}
      <input type="email" value={me.email} readOnly autoComplete="username" hidden />
      <PasswordField
        {...form.bind("password")}
        label="New password"
        autoComplete="new-password"
        hint={<PasswordMeter strength={strengthOf(form.values.password, known)} />}
      />
      {form.refusal && <Notice tone="error">{form.refusal}</Notice>}
      <Button type="submit" kind="primary" busy={form.busy} className="self-end max-tablet:w-full">
        Change my password
      </Button>
    </form>
  );
}
