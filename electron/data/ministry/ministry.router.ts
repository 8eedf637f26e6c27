import { implement } from '@orpc/server'
import { ministryContract } from '../../../shared/ministry/ministry.contract.ts'
import type { DataContext } from '../context.ts'
import { buildFormPackage } from './build-package.ts'
import { deadlinesFrom } from './deadlines.ts'
import { listForms } from './list-forms.ts'
import { type MinistryOptions, MinistryOutbox } from './ministry-outbox.ts'
import { writeJournal } from './journal.ts'
import { adoptPackage, importAnswer, saveStored, verifyFile, verifyStored } from './package-files.ts'
import { readOutboxPause } from './outbox-pause.ts'
import { getPackageDetail } from './package-detail.ts'
import { listPackages } from './package.repository.ts'
import { previewForm } from './preview-form.ts'
import { changeReceiver } from './change-receiver.ts'
import { listReceivers, removeReceiver, toReceiver } from './receiver.repository.ts'
import { listSubmissions, stopSubmission } from './submission.repository.ts'
import { takeForm, toPreflight } from './take-form.ts'

/** Forms, packages, receivers and the outbox. Registers the outbox and the check of stored packages with the workspace. */
export function createMinistryRouter(context: DataContext, options: MinistryOptions = {}) {
  const os = implement(ministryContract)
  const outbox = new MinistryOutbox(context, options)
  const reader = () => context.database().reader
  const changed = () => context.publish({ topics: ['ministry', 'workspace'] })

  /** Runs a change and tells the pages. */
  async function announcing<T>(work: Promise<T>): Promise<T> {
    const result = await work
    changed()
    return result
  }

  return os.router({
    forms: os.forms.handler(({ input }) => listForms(context, input)),
    deadlines: os.deadlines.handler(({ input }) => deadlinesFrom(input.on, input.language)),
    preflight: os.preflight.handler(async ({ input }) => toPreflight(input, await takeForm(context, input))),
    preview: os.preview.handler(async ({ input }) => {
      const { sections } = await takeForm(context, input)
      return previewForm(sections, input.language, input.limit)
    }),
    build: os.build.handler(async function* ({ input: { acceptedWarnings, ...request } }) {
      const built = yield* buildFormPackage(context, request, acceptedWarnings)
      changed()
      return built
    }),
    packages: os.packages.handler(({ input: { form, academicYear } }) =>
      listPackages(reader(), {
        ...(form === null ? {} : { form }),
        ...(academicYear === null ? {} : { academicYear }),
      }),
    ),
    package: os.package.handler(({ input }) => getPackageDetail(reader(), input.id)),
    verify: os.verify.handler(({ input }) => verifyStored(context, input.id)),
    verifyFile: os.verifyFile.handler(({ input }) => verifyFile(context, input.file)),
    savePackage: os.savePackage.handler(({ input }) => saveStored(context, input.id, input.to)),
    adoptPackage: os.adoptPackage.handler(({ input }) => announcing(adoptPackage(context, input.file))),
    importAnswer: os.importAnswer.handler(({ input }) => announcing(importAnswer(context, input.file))),

    send: os.send.handler(({ input }) => announcing(outbox.send(input.packageId, { id: input.receiverId }))),
    sendAndWait: os.sendAndWait.handler(({ input }) =>
      outbox.sendAndWait(input.packageId, input.receiver, input.attempts),
    ),
    sendNow: os.sendNow.handler(({ input }) => announcing(outbox.sendNow(input.id))),
    stopSubmission: os.stopSubmission.handler(({ input }) =>
      announcing(context.database().write((tx) => stopSubmission(tx, input.id))),
    ),
    submissions: os.submissions.handler(() => listSubmissions(reader())),
    outboxPause: os.outboxPause.handler(() => readOutboxPause(reader())),
    resumeOutbox: os.resumeOutbox.handler(() => announcing(outbox.resume())),
    saveJournal: os.saveJournal.handler(async ({ input }) => {
      const { bytes, rows } = await writeJournal(reader(), input.format, input.language)
      await context.files.write(input.to, bytes)
      return { rows }
    }),

    receivers: os.receivers.handler(async () => (await listReceivers(reader())).map(toReceiver)),
    saveReceiver: os.saveReceiver.handler(({ input }) => announcing(changeReceiver(context, input))),
    removeReceiver: os.removeReceiver.handler(({ input }) =>
      announcing(context.database().write((tx) => removeReceiver(tx, input.id))),
    ),
    testReceiver: os.testReceiver.handler(({ input }) => outbox.health(input.id)),
  })
}
