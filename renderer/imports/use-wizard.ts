import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportSummary, Preview } from '../../shared/imports/import-result.ts'
import type { Layout, SheetChoice } from '../../shared/imports/layout.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import { data, orpc } from '../app/client.ts'
import { useLongWork } from '../app/long-work.ts'

export const wizardSteps = ['sheet', 'mapping', 'check', 'result'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** The state of one import from file to records: the choice of sheet, the layout, the preview and the result. */
export function useWizard(file: FileGrant) {
  const [choice, setChoice] = useState<SheetChoice>({
    file,
    encoding: null,
    delimiter: null,
    sheet: null,
    header: null,
  })
  const inspection = useQuery(orpc.imports.inspect.queryOptions({ input: choice }))
  const [step, setStep] = useState<WizardStep>('sheet')
  /** What the person changed in the proposal; null: nothing yet. */
  const [changed, setLayout] = useState<Layout | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [summary, setSummary] = useState<ImportSummary | null>(null)
  const check = useLongWork(data.imports.check)
  const apply = useLongWork(data.imports.apply)
  const layout = changed ?? inspection.data?.proposal?.layout ?? null

  async function runCheck() {
    if (layout === null || inspection.data === undefined) return
    const result = await check.run({ choice: { ...choice, sheet: inspection.data.sheet }, layout })
    if (result === null) return
    setPreview(result)
    setStep('check')
  }

  async function runImport() {
    if (preview === null) return
    const result = await apply.run({ preview: preview.id })
    if (result === null) return
    setSummary(result)
    setStep('result')
  }

  function choose(next: SheetChoice) {
    setLayout(null)
    setChoice(next)
  }

  /** Back to a step that was there before; once written, an import is undone, not gone back in. */
  function goBack(target: WizardStep | undefined) {
    if (target !== undefined && step !== 'result') setStep(target)
  }

  return {
    choice,
    choose,
    inspection,
    step,
    setStep,
    goBack,
    layout,
    setLayout,
    preview,
    summary,
    check,
    apply,
    runCheck: () => void runCheck(),
    runImport: () => void runImport(),
  }
}
export type Wizard = ReturnType<typeof useWizard>
