import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { RemoteError } from "#shared/errors/wire.ts";
import { createQueryCache, followBackend } from "../client/query-cache.ts";
import { type Client, ClientContext } from "../client/use-client.ts";
import { useCallQuery, useIsCalling } from "../client/use-query-call.ts";
import { type Language, useLanguage } from "../messages/language.ts";
import { say } from "../messages/say.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { WelcomeView } from "../welcome/welcome-view.tsx";
import styles from "./app.module.css";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Frame } from "./frame.tsx";
import { NoSession } from "./no-session.tsx";

/**
 * The whole window: the cache, the backend's events, and what stands in it. Another language draws everything anew from
 * what is known: the cache, and what the frame remembers, stay.
 */
export function App({ client }: { readonly client: Client }) {
  const [cache] = useState(createQueryCache);
  const language = useLanguage();
  useEffect(() => followBackend(cache, client.transport), [cache, client]);
  return (
    <ErrorBoundary>
      <ClientContext value={client}>
        <QueryClientProvider client={cache}>
          <Gate language={language} />
        </QueryClientProvider>
      </ClientContext>
    </ErrorBoundary>
  );
}

/** Without a session nothing can be shown; without a case the welcome screen; else the workbench. */
function Gate({ language }: { readonly language: Language }) {
  const current = useCallQuery("case.current", {});
  // The sample case is open before its documents are written: an empty workbench would say that there are none.
  const isMakingSample = useIsCalling("case.create-sample");
  if (isMakingSample) return <WelcomeView key={language} />;
  if (current.error instanceof RemoteError && current.error.code === "session/refused") return <NoSession />;
  if (current.error !== null) {
    return (
      <main className={styles.centered}>
        <ErrorState error={current.error} onRetry={() => void current.refetch()} />
      </main>
    );
  }
  if (current.data === undefined) {
    return (
      <main className={styles.centered}>
        <Spinner label={say("app.opening")} />
      </main>
    );
  }
  if (current.data.case === null) return <WelcomeView key={language} />;
  return <Frame key={current.data.case.directory} caseInfo={current.data.case} language={language} />;
}
