/**
 * A process that writes until it is killed: `node writer.ts FILE ACTOR COUNT MODE NOTE-LENGTH`. After every commit it
 * reports `ack SEQUENCE CITY` in one write, so that a report exists only for what was acknowledged; `refused CODE CITY`
 * for what was not, and `backup NAME` for every backup (MODE `backup`).
 */
import { writeSync } from 'node:fs'
import { AppError } from '../../shared/kernel/app-error.ts'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { writeBackup } from '../../electron/data/workspace/backup.ts'
import { openWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import { aPartner } from '../support/builders.ts'

const [path = '', actor = '', count = '0', mode = '', noteLength = '0'] = process.argv.slice(2)
const database = await openWorkspaceFile(path, { clock: () => new Date(), actor })
for (let number = 0; number < Number(count); number += 1) {
  const city = `${actor}-${number}`
  try {
    const sequence = await database.write(async (tx) => {
      await partnerStore.insert(tx, aPartner({ city, notes: 'н'.repeat(Number(noteLength)) }))
      return tx.audit.head.sequence
    })
    writeSync(1, `ack ${sequence} ${city}\n`)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    writeSync(1, `refused ${error.refusal.code} ${city}\n`)
  }
  if (mode === 'backup' && number % 5 === 0) {
    const { name } = await writeBackup(path, { at: new Date(), reason: 'activity' })
    writeSync(1, `backup ${name}\n`)
  }
}
await database.close()
