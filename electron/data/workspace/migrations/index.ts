import { up as createRegister } from './0001-create-register.ts'
import { up as createMinistry } from './0002-create-ministry.ts'
import { up as createImports } from './0003-create-imports.ts'
import { up as createViews } from './0004-create-views.ts'
import { up as createJsonRecords } from './0005-create-json-records.ts'
import type { Migration } from './migration.ts'

/**
 * Every migration, in order. Names are NNNN-verb-object and consecutive; a released one never changes.
 * A migration imports nothing of ours but this folder: it must do in ten years what it does today.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-create-register': { up: createRegister },
  '0002-create-ministry': { up: createMinistry },
  '0003-create-imports': { up: createImports },
  '0004-create-views': { up: createViews },
  '0005-create-json-records': { up: createJsonRecords },
}
