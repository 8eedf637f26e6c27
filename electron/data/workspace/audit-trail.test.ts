import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { openSqliteDatabase } from '../../../tests/support/databases.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { verifyAuditTrail } from './audit-trail.ts'
import { checkIntegrity } from './integrity.ts'
import { openConnection, type SqliteConnection } from './sqlite-connection.ts'

type Open = Awaited<ReturnType<typeof openSqliteDatabase>>

/** Changes the file past the program, as someone with a SQLite tool would. */
function tamper(path: string, work: (connection: SqliteConnection) => void): void {
  const connection = openConnection(path, 'write')
  connection.exec('drop trigger audit_no_update; drop trigger audit_no_delete')
  work(connection)
  connection.close()
}

describe('the audit trail', () => {
  let open: Open
  beforeEach(async () => {
    open = await openSqliteDatabase()
    for (let number = 1; number <= 6; number += 1) {
      await open.database.write((tx) => partnerStore.insert(tx, aPartner({ city: `${number}` })))
    }
  })
  afterEach(() => open.close())

  it('is whole when nobody touched it', async () => {
    expect(await verifyAuditTrail(open.database.reader)).toEqual({ rows: 6, brokenAt: null })
    expect(await checkIntegrity(open.database, [])).toEqual({ ok: true, findings: [], auditRows: 6 })
  })

  it.each([
    [
      'a changed value',
      `update audit set after_json = replace(after_json, '"4"', '"5"') where sequence = 4`,
      4,
    ],
    ['a changed name of who did it', `update audit set actor = 'somebody' where sequence = 2`, 2],
    ['a changed time', `update audit set at = '2020-01-01T00:00:00.000Z' where sequence = 6`, 6],
    ['a deleted row', 'delete from audit where sequence = 3', 3],
    ['a deleted first row', 'delete from audit where sequence = 1', 1],
    ['a changed hash', `update audit set hash = substr(hash, 2) || '0' where sequence = 5`, 5],
    [
      'a changed link',
      `update audit set prev_hash = (select hash from audit where sequence = 1) where sequence = 5`,
      5,
    ],
  ])('names the row at which it breaks after %s', async (_title, statement, brokenAt) => {
    tamper(open.path, (connection) => connection.exec(statement))
    expect((await verifyAuditTrail(open.database.reader)).brokenAt).toBe(brokenAt)
    const report = await checkIntegrity(open.database, [])
    expect(report.ok).toBe(false)
    expect(report.findings[0]).toEqual({ check: 'audit', detail: `sequence ${brokenAt}` })
  })

  it('names the first row of two that changed places', async () => {
    tamper(open.path, (connection) => {
      connection.exec('update audit set sequence = 100 where sequence = 2')
      connection.exec('update audit set sequence = 2 where sequence = 3')
      connection.exec('update audit set sequence = 3 where sequence = 100')
    })
    expect((await verifyAuditTrail(open.database.reader)).brokenAt).toBe(2)
  })

  it('misses rows that were cut off its end', async () => {
    tamper(open.path, (connection) => connection.exec('delete from audit where sequence > 4'))
    expect((await verifyAuditTrail(open.database.reader)).brokenAt).toBeNull()
    const { ok, findings } = await checkIntegrity(open.database, [])
    expect(ok).toBe(false)
    expect(findings.map(({ check }) => check)).toEqual(['audit', 'audit'])
  })

  it('shows a record that was changed past it', async () => {
    tamper(open.path, (connection) => connection.exec(`update partner set city = 'Лондон' where city = '3'`))
    const { ok, findings } = await checkIntegrity(open.database, [])
    expect(ok).toBe(false)
    expect(findings).toEqual([
      expect.objectContaining({ check: 'audit', detail: expect.stringContaining('city') }),
    ])
  })
})
