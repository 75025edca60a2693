import type { ExplainedLeaf, ExplainedNode } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";
import styles from "./search-side.module.css";

interface QueryTreeProps {
  readonly tree: ExplainedNode;
  readonly leaves: readonly ExplainedLeaf[];
}

/** The search as it was taken apart: what stands under what, each word with its hits. */
export function QueryTree({ tree, leaves }: QueryTreeProps) {
  return (
    <ul className={styles.tree} aria-label={say("search.searchAsTree")}>
      <Node node={tree} leaves={leaves} />
    </ul>
  );
}

function Node({ node, leaves }: { readonly node: ExplainedNode; readonly leaves: readonly ExplainedLeaf[] }) {
  const leaf = node.leaf === null ? undefined : leaves[node.leaf];
  return (
    <li className={styles.node}>
      <span className={leaf === undefined ? styles.operator : styles.nodeLeaf} title={leaf?.words}>
        {node.label}
      </span>
      {leaf !== undefined && leaf.hits !== null && leaf.hits > 0 && (
        <span className={styles.nodeCount}>{say("search.hits", { count: leaf.hits })}</span>
      )}
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: members of a search have no identity but their place.
            <Node key={index} node={child} leaves={leaves} />
          ))}
        </ul>
      )}
    </li>
  );
}
