import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { ApiError, sentenceOf } from "../api/problem";
import { meQuery } from "../api/queries";
import type { Me } from "../api/types";
import { users } from "../api/users";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { useToast } from "../ui/Toasts";

type Names = { displayName: string; fullName: string };

/** The two names of a user. */
export function ProfileForm({ me }: { me: Me }) {
  const queries = useQueryClient();
  const toast = useToast();
  const [names, setNames] = useState<Names>({ displayName: me.displayName, fullName: me.fullName ?? "" });
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      users.change({ displayName: names.displayName.trim(), fullName: names.fullName.trim() }),
    onSuccess: (saved) => {
      queries.setQueryData(meQuery.queryKey, saved);
      toast({ text: "Your names are saved." });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!save.isPending && names.displayName.trim()) save.mutate();
  };
  const field = (name: keyof Names, missing?: string) => ({
    name,
    value: names[name],
    maxLength: 100,
    error: (tried && !names[name].trim() ? missing : undefined) ?? faultOf(save.error, name),
    onChange: (event: { target: { value: string } }) => {
      setNames({ ...names, [name]: event.target.value });
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
      />
      <TextField
        {...field("fullName")}
        label="Full name"
        hint="For your account; others do not see it. It may stay empty."
        autoComplete="name"
      />
      {save.error && !faultOf(save.error, "displayName") && !faultOf(save.error, "fullName") && (
        <Notice tone="error">{sentenceOf(save.error)}</Notice>
      )}
      <Button type="submit" kind="primary" busy={save.isPending} className="self-start">
        Save
      </Button>
    </form>
  );
}

function faultOf(error: unknown, field: string): string | undefined {
  return error instanceof ApiError ? error.of(field) : undefined;
}
