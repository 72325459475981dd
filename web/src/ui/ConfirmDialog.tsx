import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** The destructive action by its name: "Cancel meeting", never "OK". */
  action: string;
  /** What the way out is called, where "Cancel" would be read as the action. */
  keep?: string;
  busy?: boolean;
  error?: string | null;
  children: ReactNode;
};

/** Asks once before something that cannot be taken back. */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  action,
  keep = "Cancel",
  busy,
  error,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      sheet
      description={children}
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            {keep}
          </Button>
          <Button kind="danger" busy={busy} onClick={onConfirm} className="max-tablet:flex-1">
            {action}
          </Button>
        </>
      }
    >
      {error && (
        <p role="alert" className="text-live-text">
          {error}
        </p>
      )}
    </Dialog>
  );
}
