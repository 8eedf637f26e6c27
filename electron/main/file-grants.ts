import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'

/** Files a person chose, dropped or opened. The page holds tokens; the paths stay with the shell and the data service. */
export class FileGrants {
  readonly #pathOf = new Map<string, string>()
  readonly #grantOf = new Map<string, FileGrant>()
  readonly #announce: (grant: string, path: string) => void

  /** `announce` tells the data service of each new token. */
  constructor(announce: (grant: string, path: string) => void) {
    this.#announce = announce
  }

  /** The token of a file, always the same for the same path. */
  grant(path: string): FileGrant {
    const known = this.#grantOf.get(path)
    if (known !== undefined) return known
    const made: FileGrant = { grant: randomUUID(), name: basename(path) }
    this.#grantOf.set(path, made)
    this.#pathOf.set(made.grant, path)
    this.#announce(made.grant, path)
    return made
  }

  /** The path behind a token; undefined: it was never granted. */
  path(grant: FileGrant): string | undefined {
    return this.#pathOf.get(grant.grant)
  }

  /** All tokens and their paths, for a data service that was started anew. */
  entries(): IterableIterator<[grant: string, path: string]> {
    return this.#pathOf.entries()
  }
}
