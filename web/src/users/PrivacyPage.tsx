import { usePageTitle } from "../ui/usePageTitle";
import { DeleteSection } from "./DeleteSection";
import { ExportSection } from "./ExportSection";

/** What is known about me, to take along or to have erased. */
export default function PrivacyPage() {
  usePageTitle("Privacy");
  return (
    <div className="max-w-[640px]">
      <header className="flex items-center pt-0.5 pb-4 tablet:h-18 tablet:pb-0">
        <h1 className="text-h1">Privacy</h1>
      </header>
      <ExportSection />
      <DeleteSection />
    </div>
  );
}
