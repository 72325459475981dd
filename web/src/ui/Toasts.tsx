import { Check, Info, X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from "react";
import { Button } from "./Button";
import { IconButton } from "./IconButton";

export type ToastNews = {
  text: string;
  tone?: "done" | "info";
  /** With an action the toast stays until it is answered. */
  action?: { label: string; onPress: () => void };
};

type Shown = ToastNews & { id: number };

const ShowToast = createContext<(news: ToastNews) => void>(() => {});

/** Tells something that needs no answer. Never for errors: those stay where they belong. */
export function useToast(): (news: ToastNews) => void {
  return useContext(ShowToast);
}

const MOST = 2;
const STAYS_MS = 5000;

/** Shows toasts bottom right, at most two at once. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(1);
  const show = useCallback((news: ToastNews) => {
    setShown((before) => [...before, { ...news, id: next.current++ }].slice(-MOST));
  }, []);
  const drop = (id: number) => setShown((before) => before.filter((toast) => toast.id !== id));
  return (
    <ShowToast.Provider value={show}>
      <Radix.Provider swipeDirection="right" duration={STAYS_MS} label="Notice">
        {children}
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDrop={() => drop(toast.id)} />
        ))}
        <Radix.Viewport className="fixed right-0 bottom-0 z-70 flex w-[min(100vw,392px)] flex-col gap-2 p-4 pb-[max(var(--toast-lift,16px),env(safe-area-inset-bottom))] outline-none" />
      </Radix.Provider>
    </ShowToast.Provider>
  );
}

function ToastCard({ toast, onDrop }: { toast: Shown; onDrop: () => void }) {
  const Icon = toast.tone === "info" ? Info : Check;
  return (
    <Radix.Root
      onOpenChange={(open) => !open && onDrop()}
      duration={toast.action ? Infinity : undefined}
      className="flex animate-rise items-center gap-3 rounded-card bg-paper p-3.5 text-[14px] shadow-e3"
    >
      <Icon className="size-5 shrink-0 text-baize-text" strokeWidth={1.75} aria-hidden />
      <Radix.Description className="min-w-0 flex-1">{toast.text}</Radix.Description>
      {toast.action && (
        <Radix.Action asChild altText={toast.action.label} onClick={toast.action.onPress}>
          <Button size="dense">{toast.action.label}</Button>
        </Radix.Action>
      )}
      <Radix.Close asChild>
        <IconButton icon={X} label="Dismiss" size="dense" tooltip={false} />
      </Radix.Close>
    </Radix.Root>
  );
}
