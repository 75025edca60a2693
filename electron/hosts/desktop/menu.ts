import type { MenuItemConstructorOptions } from "electron";

/**
 * The application's menu: what a person expects of every program. Commands of the workbench live in its page, where the
 * keyboard reaches them on every host.
 */
export function menuTemplate(platform: NodeJS.Platform, isDevelopment: boolean): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [{ role: "togglefullscreen" }];
  if (isDevelopment) view.push({ type: "separator" }, { role: "reload" }, { role: "toggleDevTools" });
  return [
    ...(platform === "darwin" ? [{ role: "appMenu" as const }] : []),
    { role: "fileMenu" },
    { role: "editMenu" },
    { label: "&View", submenu: view },
    { role: "windowMenu" },
  ];
}
