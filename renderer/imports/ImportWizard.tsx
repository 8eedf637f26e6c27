import { Stepper } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import type { Inspection } from '../../shared/imports/layout.ts'
import { useText } from '../app/i18n.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { CheckStep } from './CheckStep.tsx'
import { MappingStep } from './MappingStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { SheetStep } from './SheetStep.tsx'
import { useWizard, wizardSteps, type Wizard } from './use-wizard.ts'

/** The list that a pasted table came to. */
const listPaths = {
  partner: '/partners',
  agreement: '/agreements',
  programme: '/programmes',
  cohort: '/mobility',
} as const

type ImportWizardProps = { readonly file: FileGrant; readonly onFinish: () => void }

/** From a file to records: sheet and header, columns, check, import. One can go back until the import is written. */
export function ImportWizard({ file, onFinish }: ImportWizardProps) {
  const t = useText()
  const navigate = useNavigate()
  const wizard = useWizard(file)
  const { inspection, step, check, apply } = wizard
  if (inspection.isError) {
    return <ErrorNotice error={inspection.error} onRetry={() => void inspection.refetch()} />
  }
  if (inspection.data === undefined) return <ProgressPanel progress={null} label={t('imports:reading')} />
  return (
    <>
      <Stepper
        active={wizardSteps.indexOf(step)}
        size="sm"
        mb="lg"
        allowNextStepsSelect={false}
        onStepClick={(index) => wizard.goBack(wizardSteps[index])}
      >
        {wizardSteps.map((name) => (
          <Stepper.Step key={name} label={t(`imports:step.${name}`)} />
        ))}
      </Stepper>
      {check.error === null ? null : <ErrorNotice error={check.error} />}
      {apply.error === null ? null : <ErrorNotice error={apply.error} />}
      <Step
        wizard={wizard}
        inspection={inspection.data}
        onFinish={() => {
          const { entity } = inspection.data
          if (entity === null) onFinish()
          else void navigate({ to: listPaths[entity] })
        }}
      />
    </>
  )
}

type StepProps = { readonly wizard: Wizard; readonly inspection: Inspection; readonly onFinish: () => void }

function Step({ wizard, inspection, onFinish }: StepProps) {
  const { step, layout, preview, summary } = wizard
  if (step === 'mapping' && layout !== null) {
    return (
      <MappingStep
        inspection={inspection}
        layout={layout}
        onChange={wizard.setLayout}
        onBack={() => wizard.setStep('sheet')}
        onNext={wizard.runCheck}
        work={wizard.check}
      />
    )
  }
  if (step === 'check' && preview !== null) {
    return (
      <CheckStep
        preview={preview}
        onBack={() => wizard.setStep('mapping')}
        onImport={wizard.runImport}
        work={wizard.apply}
      />
    )
  }
  if (step === 'result' && preview !== null && summary !== null) {
    return <ResultStep summary={summary} preview={preview} onFinish={onFinish} />
  }
  return (
    <SheetStep
      inspection={inspection}
      choice={wizard.choice}
      onChoose={wizard.choose}
      onNext={() => wizard.setStep('mapping')}
    />
  )
}
