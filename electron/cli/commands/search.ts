import { readCount } from '../arguments.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withWorkspace } from '../session.ts'
import { printTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

const mostHits = 200

/** `search TEXT`: records that have every word, however spelled, best first. */
export async function search(
  call: Call,
  terminal: Terminal,
  { text, limit }: { text: string; limit?: string | undefined },
): Promise<ExitCode> {
  const { t, language } = call
  const most = limit === undefined ? mostHits : Math.min(mostHits, readCount(call, '--limit', limit))
  const { hits, total } = await withWorkspace(call, ({ client }) =>
    client.search.find({ text, limit: most, language }),
  )
  if (call.json) {
    const found = hits.map(({ record, title, subtitle }) => ({ ...record, title, subtitle }))
    terminal.result(JSON.stringify({ text, total, hits: found }, null, 2))
  } else if (hits.length > 0) {
    const header = [t('cli:column.kind'), t('cli:column.name'), t('cli:column.details')]
    const rows = hits.map((hit) => [t(`common:entity.${hit.record.entity}`), hit.title, hit.subtitle])
    terminal.result(printTable(header, rows))
  }
  terminal.message(t('cli:search.found', { count: total }))
  return exitCodes.done
}
