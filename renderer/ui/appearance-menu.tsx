import { Languages, SlidersHorizontal } from "lucide-react";
import { useEffect, useState } from "react";
import { LANGUAGES, type Language, useLanguage } from "../messages/language.ts";
import { say } from "../messages/say.ts";
import { type AppearanceChoice, type AppearanceName, useAppearance } from "./appearance.ts";
import styles from "./appearance-menu.module.css";
import { Button } from "./button.tsx";
import { ChoiceGroup } from "./choice-group.tsx";
import { IconButton } from "./icon-button.tsx";
import { rememberLanguage } from "./language-choice.ts";
import { Popover } from "./popover.tsx";

/** Another language draws everything anew, this menu with it: it then stands open again, where the person was. */
let staysOpen = false;

interface AppearanceMenuProps {
  /** `words` where somebody who does not read this language has to find it. */
  readonly look: "icon" | "words";
}

/** Theme, density, size of the text, motion and language. */
export function AppearanceMenu({ look }: AppearanceMenuProps) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(staysOpen);
  useEffect(() => {
    staysOpen = false;
  }, []);
  const props = {
    ref: setAnchor,
    "aria-haspopup": "dialog",
    "aria-expanded": open,
    onClick: () => setOpen(!open),
  } as const;
  return (
    <>
      {look === "icon" ? (
        <IconButton {...props} label={say("ui.appearance")} icon={<SlidersHorizontal aria-hidden />} />
      ) : (
        <Button {...props} variant="quiet" icon={<Languages aria-hidden />}>
          {say("ui.appearance")}
        </Button>
      )}
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={anchor}
        label={say("ui.appearance")}
        placement="bottom-end"
        className={styles.panel ?? ""}
      >
        <div className={styles.choices}>
          <LanguageChoice />
          <AppearanceGroup
            name="theme"
            label={say("ui.theme")}
            labels={{ system: say("ui.themeSystem"), light: say("ui.themeLight"), dark: say("ui.themeDark") }}
          />
          <AppearanceGroup
            name="textSize"
            label={say("ui.textSize")}
            labels={{
              small: say("ui.textSizeSmall"),
              normal: say("ui.textSizeNormal"),
              large: say("ui.textSizeLarge"),
            }}
          />
          <AppearanceGroup
            name="density"
            label={say("ui.density")}
            labels={{ comfortable: say("ui.densityComfortable"), compact: say("ui.densityCompact") }}
          />
          <AppearanceGroup
            name="motion"
            label={say("ui.motion")}
            labels={{
              system: say("ui.motionSystem"),
              reduced: say("ui.motionReduced"),
              full: say("ui.motionFull"),
            }}
          />
        </div>
      </Popover>
    </>
  );
}

function LanguageChoice() {
  const choose = (language: Language) => {
    staysOpen = true;
    rememberLanguage(language);
  };
  return (
    <ChoiceGroup
      label={say("ui.language")}
      choices={LANGUAGES.map(({ id, name }) => ({ id, label: name, lang: id }))}
      value={useLanguage()}
      onChange={choose}
    />
  );
}

interface AppearanceGroupProps<Name extends AppearanceName> {
  readonly name: Name;
  readonly label: string;
  /** In the order in which they stand. */
  readonly labels: Readonly<Record<AppearanceChoice<Name>, string>>;
}

function AppearanceGroup<Name extends AppearanceName>({ name, label, labels }: AppearanceGroupProps<Name>) {
  const [choice, choose] = useAppearance(name);
  const choices = Object.entries<string>(labels).map(([id, words]) => ({
    id: id as AppearanceChoice<Name>,
    label: words,
  }));
  return <ChoiceGroup label={label} choices={choices} value={choice} onChange={choose} />;
}
