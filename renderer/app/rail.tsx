import { Activity, FileText, Highlighter, Library, type LucideIcon, NotebookText, Search } from "lucide-react";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { Tooltip } from "../ui/tooltip.tsx";
import type { CommandId } from "./commands.ts";
import { useNavigation, VIEW_NAMES, type ViewName } from "./navigation.ts";
import styles from "./rail.module.css";
import { keysOf } from "./shortcuts.ts";
import { IS_MAC } from "./use-shortcuts.ts";

interface RailItem {
  readonly view: ViewName;
  readonly icon: LucideIcon;
  readonly shortcut: CommandId;
}

const ITEMS: readonly RailItem[] = [
  { view: "library", icon: Library, shortcut: "show-library" },
  { view: "search", icon: Search, shortcut: "show-search" },
  { view: "reader", icon: FileText, shortcut: "show-reader" },
  { view: "passages", icon: Highlighter, shortcut: "show-passages" },
  { view: "briefs", icon: NotebookText, shortcut: "show-briefs" },
];

const ACTIVITY: RailItem = { view: "activity", icon: Activity, shortcut: "show-activity" };

/** The views, down the left side; what runs and what was imported stands apart at the bottom. */
export function Rail() {
  const { data } = useCallQuery("jobs.list", {});
  const isRunning = data?.jobs.some((job) => job.status === "running") ?? false;
  return (
    <nav className={styles.rail} aria-label={say("app.views")}>
      {ITEMS.map((item) => (
        <RailButton key={item.view} item={item} />
      ))}
      <span className={styles.gap} />
      <RailButton item={ACTIVITY} marked={isRunning} />
    </nav>
  );
}

function RailButton({ item, marked = false }: { readonly item: RailItem; readonly marked?: boolean }) {
  const navigation = useNavigation();
  const isCurrent = navigation.view === item.view;
  const Icon = item.icon;
  const label = say(VIEW_NAMES[item.view]);
  return (
    <Tooltip
      content={marked ? say("app.jobIsRunning", { view: label }) : label}
      shortcut={keysOf(item.shortcut, IS_MAC)}
      placement="right"
    >
      <button
        type="button"
        className={classes(styles.item, isCurrent && styles.current)}
        aria-current={isCurrent ? "page" : undefined}
        onClick={() => navigation.show(item.view)}
      >
        <Icon aria-hidden />
        {label}
        {marked && <span className={styles.dot} aria-hidden />}
      </button>
    </Tooltip>
  );
}
