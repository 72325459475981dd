import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useConsole } from "../api/staff";
import { entryRules, type EntryRules } from "../api/entry";
import { ApiError, sentenceOf } from "../api/problem";
import { configQuery } from "../api/queries";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { SelectField } from "../ui/SelectField";
import { SwitchRow } from "../ui/Switch";
import { TextField } from "../ui/TextField";
import { useToast } from "../ui/Toasts";
import { usePageTitle } from "../ui/usePageTitle";

const rulesKey = ["staff", "entry-rules"];

/** What can be set from the console: so far who may come in and who may host, instead of the settings file. */
export default function EntryRulesPage() {
  usePageTitle("Settings");
  const { may } = useConsole();
  const { data, error } = useQuery({
    queryKey: rulesKey,
    queryFn: ({ signal }) => entryRules.get(signal),
    enabled: may("settings_change"),
  });
  return (
    <div className="max-w-[640px] px-4 pb-10 tablet:px-6">
      <header className="flex items-center pt-1 pb-2 tablet:h-[60px] tablet:pb-0">
        <h1 className="text-h2">Settings</h1>
      </header>
      <section aria-labelledby="entry">
        <h2 id="entry" className="pb-2 text-h3">
          Who may come in
        </h2>
        {error && <Notice tone="error">{sentenceOf(error)}</Notice>}
        {data && <RulesForm key={JSON.stringify(data)} rules={data} />}
      </section>
    </div>
  );
}

function RulesForm({ rules }: { rules: EntryRules }) {
  const [draft, setDraft] = useState(rules);
  const [signUpDomains, setSignUpDomains] = useState(rules.signUpDomains.join(", "));
  const [hostDomains, setHostDomains] = useState(rules.hostDomains.join(", "));
  const { save, reset } = useRules();
  const fault = (field: string) => (save.error instanceof ApiError ? save.error.of(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      signUp: draft.signUp,
      signUpDomains: listOf(signUpDomains),
      hosts: draft.hosts,
      hostDomains: listOf(hostDomains),
      verifiedOnly: draft.verifiedOnly,
      version: rules.version,
    });
  };
  const told = fault("signUpDomains") ?? fault("hostDomains");
  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-5 rounded-card bg-paper p-4 shadow-e1 tablet:p-6"
    >
      <SelectField
        label="Who may make an account"
        value={draft.signUp}
        onChange={({ target }) => setDraft({ ...draft, signUp: target.value as EntryRules["signUp"] })}
        hint={signUpHints[draft.signUp]}
      >
        <option value="open">Everybody</option>
        <option value="domains">People with an address at certain domains</option>
        <option value="invitation">People who are invited</option>
        <option value="closed">Nobody</option>
      </SelectField>
      {draft.signUp === "domains" && (
        <TextField
          label="Mail domains for accounts"
          value={signUpDomains}
          onChange={({ target }) => setSignUpDomains(target.value)}
          error={fault("signUpDomains")}
          hint="What stands behind the @, separated by commas: example.org, example.com"
        />
      )}
      <SelectField
        label="Who may start meetings"
        value={draft.hosts}
        onChange={({ target }) => setDraft({ ...draft, hosts: target.value as EntryRules["hosts"] })}
        hint="Everybody else joins the meetings of others. Staff may always."
      >
        <option value="everyone">Everybody with an account</option>
        <option value="verified">People with a confirmed address</option>
        <option value="domains">People with a confirmed address at certain domains</option>
        <option value="staff">Staff only</option>
      </SelectField>
      {draft.hosts === "domains" && (
        <TextField
          label="Mail domains for hosts"
          value={hostDomains}
          onChange={({ target }) => setHostDomains(target.value)}
          error={fault("hostDomains")}
          hint="What stands behind the @, separated by commas: example.org, example.com"
        />
      )}
      <SwitchRow
        label="Only people with a confirmed address may log in"
        checked={draft.verifiedOnly}
        onChange={(verifiedOnly) => setDraft({ ...draft, verifiedOnly })}
      />
      {save.error && !told && <Notice tone="error">{sentenceOf(save.error)}</Notice>}
      {reset.error && <Notice tone="error">{sentenceOf(reset.error)}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" busy={save.isPending}>
          Save
        </Button>
        {rules.fromConsole && (
          <Button kind="quiet" busy={reset.isPending} onClick={() => reset.mutate()}>
            Back to the settings file
          </Button>
        )}
        <span className="text-small text-ink-3">
          {rules.fromConsole ? "Set here." : "The settings file holds."} Every change is recorded.
        </span>
      </div>
    </form>
  );
}

const signUpHints = {
  open: "Whoever finds the sign-up page.",
  domains: "They confirm their address before they come in.",
  invitation: "Send invitations under Invitations.",
  closed: "Accounts that are there stay. Invitations do not open anything.",
};

function useRules() {
  const queries = useQueryClient();
  const toast = useToast();
  const onSuccess = (rules: EntryRules) => {
    queries.setQueryData(rulesKey, rules);
    void queries.invalidateQueries({ queryKey: configQuery.queryKey });
    toast({ text: "The rules hold from now on." });
  };
  return {
    save: useMutation({ mutationFn: entryRules.change, onSuccess }),
    reset: useMutation({ mutationFn: entryRules.reset, onSuccess }),
  };
}

const listOf = (written: string) =>
  written
    .split(/[\s,;]+/)
    .map((name) => name.trim())
    .filter(Boolean);
