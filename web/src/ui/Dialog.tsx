import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useState, type ReactNode } from "react";
import { cx } from "./cx";
import { IconButton } from "./IconButton";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  /** Two columns, up to 880 px; otherwise one, up to 480. */
  wide?: boolean;
  /** A question, not a form: on phones a sheet at the bottom instead of the whole screen. */
  sheet?: boolean;
  /** The second column of a wide dialog; left away on phones. */
  aside?: ReactNode;
  /** Actions: Cancel first, the action last. */
  footer?: ReactNode;
  /** Work would be lost: Esc and a click outside do not close. */
  guarded?: boolean;
  /** What the body is wrapped in, such as a form whose submit button stands in the footer. */
  wrap?: (content: ReactNode) => ReactNode;
  children?: ReactNode;
};

/** Title, body, footer. Fills the screen on phones, with the footer fixed. */
export function Dialog({ open, onClose, ...rest }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <DialogSurface {...rest} />
      </Radix.Portal>
    </Radix.Root>
  );
}

function DialogSurface({
  title,
  description,
  wide,
  sheet,
  aside,
  footer,
  guarded,
  wrap = (x) => x,
  children,
}: Omit<DialogProps, "open" | "onClose">) {
  const [opener] = useState(whoOpened);
  useStillPage();
  const stay = guarded ? (event: Event) => event.preventDefault() : undefined;
  return (
    <div className="fixed inset-0 z-50 grid animate-fade bg-scrim max-tablet:items-end tablet:place-items-center tablet:p-6">
      <Radix.Content
        onOpenAutoFocus={focusWhatMatters}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          opener?.focus();
        }}
        onEscapeKeyDown={stay}
        onInteractOutside={stay}
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cx(
          "flex max-h-full w-full animate-rise flex-col overflow-hidden bg-paper shadow-e3 outline-none",
          sheet ? "max-tablet:rounded-t-dialog" : "max-tablet:h-full",
          "tablet:max-h-[min(760px,100%)] tablet:rounded-dialog",
          wide ? "tablet:max-w-[880px]" : "tablet:max-w-[480px]",
        )}
      >
        {wrap(
          <>
            <div className={cx("grid min-h-0 flex-1", aside && "desk:grid-cols-[1fr_minmax(0,316px)]")}>
              <div className="overflow-y-auto overscroll-contain p-4 pb-6 tablet:p-7">
                <header className="mb-4 flex items-start gap-3">
                  <div className="min-w-0 flex-1">
                    <Radix.Title className="text-h2 leading-8">{title}</Radix.Title>
                    {description && (
                      <Radix.Description className="mt-1 text-ink-2" asChild>
                        <div>{description}</div>
                      </Radix.Description>
                    )}
                  </div>
                  <Radix.Close asChild>
                    <IconButton
                      icon={X}
                      label="Close"
                      size="dense"
                      tooltip={false}
                      className="-my-1.5 -mr-1.5"
                    />
                  </Radix.Close>
                </header>
                {children}
              </div>
              {aside && (
                <div className="hidden overflow-y-auto border-l border-line bg-wall p-6 desk:block">
                  {aside}
                </div>
              )}
            </div>
            {footer && (
              <footer className="flex items-center gap-2 border-t border-line px-4 py-3 pb-[max(12px,env(safe-area-inset-bottom))] tablet:justify-end tablet:px-7 tablet:py-4">
                {footer}
              </footer>
            )}
          </>,
        )}
      </Radix.Content>
    </div>
  );
}

/** The first field takes the focus, or else the first button of the footer; never the sign that closes. */
function focusWhatMatters(event: Event) {
  const dialog = event.currentTarget as HTMLElement;
  const field =
    dialog.querySelector<HTMLElement>("input, textarea, select") ??
    dialog.querySelector<HTMLElement>("footer button");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** Where the focus goes back to: what had it, or the button of the menu that had it. */
function whoOpened(): HTMLElement | null {
  const menu = document.activeElement?.closest("[role=menu]");
  const opener = menu
    ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "")
    : document.activeElement;
  return opener instanceof HTMLElement ? opener : null;
}

/** Keeps the page behind from scrolling; Radix would do it with an inline style sheet, which our policy refuses. */
function useStillPage() {
  useEffect(() => {
    const { style, clientWidth } = document.documentElement;
    style.paddingRight = `${window.innerWidth - clientWidth}px`;
    style.overflow = "hidden";
    return () => {
      style.overflow = "";
      style.paddingRight = "";
    };
  }, []);
}
