import { useMutation } from "@tanstack/react-query";
import { Braces, Download, Table } from "lucide-react";
import { sentenceOf } from "../../api/problem";
import { audit, useConsole, type AuditFilter } from "../../api/staff";
import { Button } from "../../ui/Button";
import { Menu, MenuItem } from "../../ui/Menu";
import { useToast } from "../../ui/Toasts";

/** A copy of what the filters leave. Taking it is recorded. */
export function ExportMenu({ filter }: { filter: AuditFilter }) {
  const toast = useToast();
  const { may } = useConsole();
  const take = useMutation({
    mutationFn: async (format: "csv" | "jsonl") =>
      save(await audit.export(filter, format), `audit-trail.${format}`),
    onSuccess: () => toast({ text: "The export is saved, and recorded in the trail." }),
    onError: (error) => toast({ text: sentenceOf(error) }),
  });
  if (!may("audit_export")) return null;
  return (
    <Menu
      trigger={
        <Button size="dense" icon={Download} busy={take.isPending}>
          Export
        </Button>
      }
    >
      <MenuItem icon={Table} onSelect={() => take.mutate("csv")}>
        Table (CSV)
      </MenuItem>
      <MenuItem icon={Braces} onSelect={() => take.mutate("jsonl")}>
        JSON, one entry a line
      </MenuItem>
    </Menu>
  );
}

function save(bytes: Blob, name: string) {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
