import { type BuiltPackage, buildPackage } from '../../../shared/exchange/package.ts'
import { verifyPackage } from '../../../shared/exchange/verify-package.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { appVersion } from '../../../shared/kernel/app-version.ts'
import type { Progress } from '../../../shared/kernel/contract-base.ts'
import type { FormRequest, PackageSummary } from '../../../shared/ministry/ministry.ts'
import type { DataContext } from '../context.ts'
import type { Reader } from '../workspace/database.ts'
import { insertPackage, nextRevision, sha256 } from './package.repository.ts'
import { drawSummary } from './package-summary.ts'
import { type TakenForm, takeForm } from './take-form.ts'

/** How far a build is when a stage begins, percent. Drawing the summary takes the longest. */
const stages = { records: 0, summary: 10, files: 80, storing: 90 } as const
/** Progress is told at steps of so many percent. */
const step = 5

/**
 * Builds the next revision of a form's package, verifies it and stores it byte for byte. Refused while there are errors,
 * or warnings that were not accepted in exactly their present form.
 */
export async function* buildFormPackage(
  context: DataContext,
  request: FormRequest,
  acceptedWarnings: string | null,
): AsyncGenerator<Progress, PackageSummary> {
  yield progress('records')
  const taken = await takeForm(context, request)
  assertBuildable(taken, acceptedWarnings)
  const summary = yield* draw(taken, request)
  yield progress('files')
  const createdAt = context.clock().toISOString()
  yield progress('storing')
  return context.database().write(async (tx) => {
    // The revision is taken inside the transaction: two builds at once get different ones.
    const built = await build(context, tx.trx, { taken, request, summary, createdAt })
    return insertPackage(tx, built)
  })
}

/** Draws the summary before the transaction begins: nobody waits for it to write. */
async function* draw(taken: TakenForm, request: FormRequest): AsyncGenerator<Progress, Uint8Array> {
  const drawing = drawSummary(taken, request)
  const room = stages.files - stages.summary
  let told = -step
  try {
    for (;;) {
      const drawn = await drawing.next()
      if (drawn.done === true) return drawn.value
      const done = Math.floor(drawn.value * room)
      if (done < told + step) continue
      told = done
      yield progress('summary', done)
    }
  } finally {
    // A person who cancelled waits for no page more.
    await drawing.return(new Uint8Array())
  }
}

function progress(stage: keyof typeof stages, further = 0): Progress {
  return { stage, done: stages[stage] + further, total: 100 }
}

function assertBuildable({ findings, warningsDigest }: TakenForm, acceptedWarnings: string | null): void {
  const { errors, warnings } = findings
  if (errors.length > 0) throw new AppError('ministry-preflight-errors', { count: errors.length }, errors)
  if (warnings.length > 0 && acceptedWarnings !== warningsDigest) {
    throw new AppError('ministry-warnings-not-accepted', { count: warnings.length }, warnings)
  }
}

type BuildParts = {
  readonly taken: TakenForm
  readonly request: FormRequest
  readonly summary: Uint8Array
  readonly createdAt: string
}

async function build(
  context: DataContext,
  db: Reader,
  { taken, request, summary, createdAt }: BuildParts,
): Promise<BuiltPackage> {
  const { revision, previousManifestSha256 } = await nextRevision(db, request.form, request.academicYear)
  const { bin, epvoId } = taken.register.institution
  const built = buildPackage(
    {
      form: taken.form,
      mapping: taken.mapping,
      sections: taken.sections,
      period: { academicYear: request.academicYear, on: request.on },
      institution: { bin, epvoId },
      revision,
      previousManifestSha256,
      warningsAccepted: taken.findings.warnings,
      language: request.language,
      summary,
      createdAt,
      day: context.today(),
      appVersion,
    },
    sha256,
  )
  const { ok, faults } = verifyPackage(built.bytes, { sha256, manifestSha256: built.manifestSha256 })
  if (!ok) throw new Error(`a package that was just built does not verify: ${JSON.stringify(faults)}`)
  return built
}
