import { FileCheck } from "lucide-react";
import { useState } from "react";
import type { SearchRequest } from "#shared/model/search.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { CertificateDialog } from "./certificate-dialog.tsx";
import { CheckCertificateDialog } from "./check-certificate-dialog.tsx";

interface CertificateButtonProps {
  /** What stands in the field now, with how it is read. */
  readonly search: SearchRequest;
  /** What it found; null while that is not known. */
  readonly result: { readonly documents: number; readonly pages: number; readonly hits: number } | null;
}

/** Opens what certifies a search: what was looked for, in what, what could not be read, and what was found. */
export function CertificateButton({ search, result }: CertificateButtonProps) {
  const [open, setOpen] = useState<"make" | "check" | null>(null);
  return (
    <>
      <Button icon={<FileCheck aria-hidden />} onClick={() => setOpen("make")}>
        {say("kept.certificate")}
      </Button>
      {open === "make" && (
        <CertificateDialog
          search={search}
          result={result}
          onCheck={() => setOpen("check")}
          onClose={() => setOpen(null)}
        />
      )}
      <CheckCertificateDialog open={open === "check"} onClose={() => setOpen(null)} />
    </>
  );
}
