/**
 * How the page gets its two message ports, all by `window.postMessage` on its own window:
 * the page posts `portsWanted`; the preload answers with one message per port, whose data is `dataPort` or `shellPort`
 * and whose only transferred object is the port. A new data port comes unasked when the data service was restarted:
 * the old port is dead then, and calls still waiting on it will not be answered.
 */
export const portsWanted = 'qosdiplom:ports-wanted'

/** Announces the port on which the data service answers `contract`. */
export const dataPort = 'qosdiplom:data-port'

/** Announces the port on which the shell answers `shellContract`. */
export const shellPort = 'qosdiplom:shell-port'
