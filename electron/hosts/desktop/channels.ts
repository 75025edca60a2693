/** Names of the messages between the window and the main process. There is no other. */
export const CHANNELS = {
  call: "probative:call",
  event: "probative:event",
  chooseFiles: "probative:choose-files",
  chooseFolder: "probative:choose-folder",
  chooseCaseFolder: "probative:choose-case-folder",
  showInFolder: "probative:show-in-folder",
  openAddress: "probative:open-address",
} as const;
