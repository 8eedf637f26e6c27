import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Inbox } from './inbox.ts'

/**
 * Answers a package that was carried by hand, as the gateway would:
 *
 *   node tests/gateway/answer.ts PACKAGE.zip ANSWER.json [--reject data/vp40.json:0]...
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reject: { type: 'string', multiple: true, default: [] } },
})
const [packageFile, answerFile] = positionals
if (packageFile === undefined || answerFile === undefined) {
  throw new Error('usage: answer.ts PACKAGE.zip ANSWER.json [--reject FILE:ROW]...')
}

const folder = await mkdtemp(join(tmpdir(), 'qosdiplom-answer-'))
try {
  const inbox = await Inbox.open(folder)
  for (const row of values.reject) inbox.rejectedRows.add(row)
  const taken = await inbox.take('by hand', await readFile(packageFile))
  if ('refused' in taken) throw new Error(`${taken.refused}: ${taken.detail}`)
  // A package carried by hand came under no key.
  await writeFile(answerFile, JSON.stringify({ ...taken.receipt, idempotencyKey: null }, null, 2))
} finally {
  await rm(folder, { recursive: true, force: true })
}
