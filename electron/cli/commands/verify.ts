import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withService } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

/** `verify FILE.zip`: recomputes every hash of a package. A package that is not whole ends with exit code 1. */
export async function verify(call: Call, terminal: Terminal, { file }: { file: string }): Promise<ExitCode> {
  const { t } = call
  const verification = await withService(call, ({ client, grant }) =>
    client.ministry.verifyFile({ file: grant(file) }),
  )
  const { ok, manifest, faults, filesChecked } = verification
  const described = faults.map((fault) => ({ ...fault, message: t(`ministry:fault.${fault.fault}`) }))
  if (call.json) {
    const { packageSha256, manifestSha256, signatures } = verification
    const facts = {
      file,
      ok,
      form: manifest?.form ?? null,
      academicYear: manifest?.period.academicYear ?? null,
      revision: manifest?.revision ?? null,
      filesChecked,
      packageSha256,
      manifestSha256,
      signatures,
      faults: described,
    }
    terminal.result(JSON.stringify(facts, null, 2))
  } else {
    for (const fault of described) {
      terminal.result(
        `${fault.file === '' ? t('ministry:verify.wholePackage') : fault.file}: ${fault.message}`,
      )
    }
  }
  terminal.message(
    ok
      ? t('ministry:verify.ok', { count: filesChecked })
      : t('ministry:verify.bad', { count: faults.length }),
  )
  return ok ? exitCodes.done : exitCodes.findings
}
