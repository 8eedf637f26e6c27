import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withWorkspace } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

/** `integrity`: checks the file, its references, the audit chain, attachments and packages. Findings end with exit code 1. */
export async function integrity(call: Call, terminal: Terminal): Promise<ExitCode> {
  const { t } = call
  const { ok, findings, auditRows } = await withWorkspace(call, ({ client }) => client.workspace.integrity())
  if (call.json) terminal.result(JSON.stringify({ ok, findings, auditRows }, null, 2))
  else
    for (const finding of findings)
      terminal.result(`${t(`cli:integrity.${finding.check}`)}: ${finding.detail}`)
  terminal.message(
    ok ? t('cli:integrity.sound', { auditRows }) : t('cli:integrity.found', { count: findings.length }),
  )
  return ok ? exitCodes.done : exitCodes.findings
}
