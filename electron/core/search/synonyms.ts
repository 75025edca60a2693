import type { SynonymId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { SynonymGroup } from "#shared/model/search-report.ts";
import { foldName } from "#shared/text/fold-name.ts";
import type { CasePorts } from "../backend-context.ts";

type SynonymPorts = Pick<CasePorts, "synonyms" | "edits" | "ids" | "publish">;

/** Names of one group; as the contract says it. */
const NAMES_MAX = 50;

/** Names without those that say again what one before them says. */
function withoutRepeats(names: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const name of names) {
    const fold = foldName(name);
    if (fold === "") throw new ProbativeError("input/invalid", "names: a name without a letter or digit", { name });
    if (!first.has(fold)) first.set(fold, name.normalize("NFC").trim().replaceAll(/\s+/gu, " "));
  }
  return [...first.values()];
}

function change(ports: SynonymPorts, label: string, work: () => void): void {
  ports.edits.perform(label, work);
  ports.publish({ kind: "changed", areas: ["synonyms", "searches", "edits"] });
}

/**
 * Says that names mean the same. Where one of them is known already, the others join its group.
 *
 * @throws ProbativeError `synonym/known` when they belong to different groups; `input/invalid` for a name without a word,
 *   for fewer than two names, and for more than a group may hold
 */
export function addSynonyms(ports: SynonymPorts, wanted: readonly string[]): SynonymGroup {
  const names = withoutRepeats(wanted);
  if (names.length < 2) throw new ProbativeError("input/invalid", "names: these are one and the same name");
  const folds = new Set(names.map(foldName));
  const [known, ...others] = ports.synonyms
    .list()
    .filter((group) => group.names.some((name) => folds.has(foldName(name))));
  if (others.length > 0) {
    throw new ProbativeError("synonym/known", "", {
      synonyms: [known, ...others].map((group) => group?.synonymId ?? "").join(" "),
    });
  }
  const all = withoutRepeats([...(known?.names ?? []), ...names]);
  if (all.length > NAMES_MAX) throw new ProbativeError("input/invalid", `names: a group holds at most ${NAMES_MAX}`);
  if (known !== undefined && all.length === known.names.length) return known;
  const group: SynonymGroup = { synonymId: known?.synonymId ?? ports.ids.next("synonym"), names: all };
  change(ports, "Add synonyms", () => {
    if (known === undefined) ports.synonyms.insert(group);
    else ports.synonyms.update(group);
  });
  return group;
}

/**
 * Forgets a group, or one name of it; a name that would be left alone goes too.
 *
 * @throws ProbativeError `synonym/not-found`
 */
export function removeSynonym(ports: SynonymPorts, synonymId: SynonymId, name: string | undefined): void {
  const group = ports.synonyms.find(synonymId);
  const fold = name === undefined ? null : foldName(name);
  const rest = group?.names.filter((own) => fold !== null && foldName(own) !== fold) ?? [];
  if (group === null || (name !== undefined && rest.length === group.names.length)) {
    throw new ProbativeError("synonym/not-found", name ?? synonymId, { synonym: synonymId });
  }
  change(ports, "Remove synonyms", () => {
    if (rest.length < 2) ports.synonyms.delete(synonymId);
    else ports.synonyms.update({ synonymId, names: rest });
  });
}
