/** Electron's own channels between preload and main. The page cannot reach them. */
export const channels = {
  /** Page → main, through the preload: hand over the ports. */
  portsWanted: 'ports-wanted',
  /** Main → preload: one port, named by `dataPort` or `shellPort`. */
  port: 'port',
  /** Preload → main: paths of files dropped on the window by a person. */
  dropped: 'dropped',
} as const
