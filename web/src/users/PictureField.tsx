import { useQueryClient } from "@tanstack/react-query";
import { ImageUp, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { picture } from "../api/pictures";
import { sentenceOf } from "../api/problem";
import { meQuery } from "../api/queries";
import type { Me } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useToast } from "../ui/Toasts";
import { CropDialog } from "./CropDialog";
import { closePicture, openPicture, type OpenPicture } from "./openPicture";

const UNREADABLE = "This file is no picture that can be read here. Use a JPEG, PNG or GIF file.";

/** The picture of a user, and how to change it. */
export function PictureField({ me }: { me: Me }) {
  const queries = useQueryClient();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<OpenPicture | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setRefusal(null);
    const opened = await openPicture(file);
    if (opened) setChosen(opened);
    else setRefusal(UNREADABLE);
  };
  const close = () => {
    if (chosen) closePicture(chosen);
    setChosen(null);
  };
  const save = async (bytes: Blob) => {
    await picture.change(bytes);
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    close();
    toast({ text: "Your picture is saved." });
  };
  const remove = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await picture.remove();
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
    setBusy(false);
  };

  return (
    <div className="mb-6">
      <div className="flex items-center gap-4">
        <Avatar name={me.displayName} picture={me.profilePictureUrl} size={72} />
        <div className="min-w-0 flex-1">
          <div className="truncate text-h2">{me.displayName}</div>
          <div className="truncate text-ink-2">{me.email}</div>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button size="dense" icon={ImageUp} onClick={() => input.current?.click()}>
          {me.profilePictureUrl ? "Change picture" : "Add a picture"}
        </Button>
        {me.profilePictureUrl && (
          <Button size="dense" kind="quiet" icon={Trash2} busy={busy} onClick={() => void remove()}>
            Remove picture
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label="Picture file"
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {refusal && (
        <div className="mt-3">
          <Notice tone="error">{refusal}</Notice>
        </div>
      )}
      {chosen && <CropDialog picture={chosen} onClose={close} onDone={save} />}
    </div>
  );
}
