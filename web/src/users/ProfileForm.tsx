import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState, type FormEvent } from "react";
import { ApiError, sentenceOf } from "../api/problem";
import { meQuery } from "../api/queries";
import type { Me } from "../api/types";
import { users, type ProfileField } from "../api/users";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import { useToast } from "../ui/Toasts";
import { languages, ownZone, timeZones, type Choice } from "./choices";

type Profile = Record<ProfileField, string>;

const profileOf = (me: Me): Profile => ({
  displayName: me.displayName,
  fullName: me.fullName ?? "",
  phone: me.phone ?? "",
  language: me.language ?? "",
  timeZone: me.timeZone ?? "",
});

/** What a user says of themselves. */
export function ProfileForm({ me }: { me: Me }) {
  const queries = useQueryClient();
  const toast = useToast();
  const [profile, setProfile] = useState<Profile>(() => profileOf(me));
  const [tried, setTried] = useState(false);
  const zones = useMemo(() => timeZones(me.timeZone ?? ""), [me.timeZone]);
  const tongues = useMemo(() => languages(me.language ?? ""), [me.language]);
  const save = useMutation({
    mutationFn: () => users.change(profile),
    onSuccess: (saved) => {
      queries.setQueryData(meQuery.queryKey, saved);
      setProfile(profileOf(saved));
      toast({ text: "Your profile is saved." });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!save.isPending && profile.displayName.trim()) save.mutate();
  };
  const field = (name: ProfileField, missing?: string) => ({
    name,
    value: profile[name],
    error: (tried && missing && !profile[name].trim() ? missing : undefined) ?? faultOf(save.error, name),
    onChange: (event: { target: { value: string } }) => {
      setProfile({ ...profile, [name]: event.target.value });
      save.reset();
    },
  });

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        {...field("displayName", "A display name is missing.")}
        label="Display name"
        hint="What others see in meetings."
        autoComplete="nickname"
        maxLength={100}
      />
      <TextField
        {...field("fullName")}
        label="Full name"
        hint="For your account; others do not see it. It may stay empty."
        autoComplete="name"
        maxLength={100}
      />
      <TextField
        {...field("phone")}
        label="Phone"
        type="tel"
        inputMode="tel"
        hint="With the code of the country, such as +44 20 7946 0123. Others do not see it."
        autoComplete="tel"
        maxLength={40}
      />
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField {...field("language")} label="Language">
          <Options none="Not said" choices={tongues} />
        </SelectField>
        <SelectField {...field("timeZone")} label="Time zone">
          <Options none={`As this device: ${ownZone().replaceAll("_", " ")}`} choices={zones} />
        </SelectField>
      </div>
      {save.error && !(save.error instanceof ApiError && save.error.problem.errors?.length) && (
        <Notice tone="error">{sentenceOf(save.error)}</Notice>
      )}
      <Button type="submit" kind="primary" busy={save.isPending} className="self-start">
        Save
      </Button>
    </form>
  );
}

function Options({ none, choices }: { none: string; choices: Choice[] }) {
  return (
    <>
      <option value="">{none}</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}

function faultOf(error: unknown, field: string): string | undefined {
  return error instanceof ApiError ? error.of(field) : undefined;
}
