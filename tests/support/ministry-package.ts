import { createHash } from 'node:crypto'
import { fillForm } from '../../shared/exchange/fill-form.ts'
import { type BuiltPackage, buildPackage, type PackageInput } from '../../shared/exchange/package.ts'
import { preflight } from '../../shared/exchange/preflight.ts'
import { formOn, mappingOn } from '../../electron/data/ministry/forms.ts'
import type { FormId } from '../../shared/ministry/ministry.ts'
import type { Register } from '../../shared/reports/register.ts'
import { ministryPeriod, ministryRegister } from './ministry-register.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The package of a form of the test register, built as the program builds it. */
export function ministryPackage(
  form: FormId,
  changes: Partial<PackageInput> & { register?: Register } = {},
): BuiltPackage {
  const register = changes.register ?? ministryRegister()
  const definition = formOn(form, ministryPeriod.on)
  const mapping = mappingOn(ministryPeriod.on)
  const sections = fillForm(definition, mapping, register, ministryPeriod)
  return buildPackage(
    {
      form: definition,
      mapping,
      sections,
      period: ministryPeriod,
      institution: register.institution,
      revision: 1,
      previousManifestSha256: null,
      warningsAccepted: preflight(definition, sections, register, 'ru').warnings,
      language: 'ru',
      createdAt: '2026-05-20T06:30:00.000Z',
      day: ministryPeriod.on,
      appVersion: '0.1.0',
      ...changes,
    },
    sha256,
  )
}
