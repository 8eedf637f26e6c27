import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useTemporaryFolders } from '../../../tests/support/temporary-folder.ts'
import { isOlder, openConnection, readPragma } from './sqlite-connection.ts'

const newFolder = useTemporaryFolders()

describe('the connection contract', () => {
  it('holds on the writing and on the reading connection', async () => {
    const path = join(await newFolder(), 'file.db')
    for (const mode of ['write', 'read'] as const) {
      const connection = openConnection(path, mode)
      const pragmas = [
        'busy_timeout',
        'journal_mode',
        'synchronous',
        'foreign_keys',
        'recursive_triggers',
        'trusted_schema',
        'cell_size_check',
        'temp_store',
        'secure_delete',
        'journal_size_limit',
        'wal_autocheckpoint',
        'checkpoint_fullfsync',
        'query_only',
      ]
      const values = Object.fromEntries(pragmas.map((pragma) => [pragma, readPragma(connection, pragma)]))
      expect(values).toEqual({
        busy_timeout: 5000,
        journal_mode: 'wal',
        synchronous: 2,
        foreign_keys: 1,
        recursive_triggers: 1,
        trusted_schema: 0,
        cell_size_check: 1,
        temp_store: 2,
        secure_delete: 1,
        journal_size_limit: 67_108_864,
        wal_autocheckpoint: 1000,
        checkpoint_fullfsync: 1,
        query_only: mode === 'read' ? 1 : 0,
      })
      connection.close()
    }
  })

  it('refuses a place that cannot keep a write-ahead log', () => {
    // A database in memory stands for a file system without shared memory: it answers "memory" instead of "wal".
    expect(() => openConnection(':memory:', 'write')).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({
          code: 'workspace-not-durable',
          params: { setting: 'journal_mode', value: 'memory' },
        }),
      }),
    )
  })

  it('lets nothing be written on the reading connection', async () => {
    const path = join(await newFolder(), 'file.db')
    const writing = openConnection(path, 'write')
    writing.exec('create table t (a integer) strict')
    const reading = openConnection(path, 'read')
    expect(() => reading.exec('insert into t values (1)')).toThrow(/readonly/)
    reading.close()
    writing.close()
  })
})

describe('the oldest SQLite that is safe', () => {
  it.each([
    ['3.51.2', true],
    ['3.9.9', true],
    ['3.51.3', false],
    ['3.53.4', false],
    ['4.0.0', false],
  ])('takes %s for too old: %s', (version, expected) => {
    expect(isOlder(version, [3, 51, 3])).toBe(expected)
  })
})
