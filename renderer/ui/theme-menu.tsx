import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "./icon-button.tsx";
import { Menu } from "./menu.tsx";
import { type ThemeChoice, useTheme } from "./theme.ts";

const THEMES: readonly { readonly id: ThemeChoice; readonly label: string }[] = [
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
  { id: "system", label: "As the system" },
];

const THEME_ICONS = {
  light: <Sun aria-hidden />,
  dark: <Moon aria-hidden />,
  system: <Monitor aria-hidden />,
} as const;

/** Light, dark, or as the system. */
export function ThemeMenu() {
  const [choice, choose] = useTheme();
  return (
    <Menu
      placement="bottom-end"
      items={THEMES.map(({ id, label }) => ({ id, label, checked: id === choice, onSelect: () => choose(id) }))}
      trigger={(props) => <IconButton {...props} label="Theme" icon={THEME_ICONS[choice]} />}
    />
  );
}
