import { Button, Group, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { usualFormats } from '../../shared/programmes/format.ts'
import type { Level, StudyPlan } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { longestPlan } from './plan-edit.ts'
import { planFromTyped, planInWords, planNotation, type TypedFormat } from './plan-format.ts'

type PlanFormatFieldProps = {
  readonly plan: StudyPlan
  readonly level: Level
  readonly partnerIds: readonly string[]
  readonly onChange: (plan: StudyPlan) => void
}

/**
 * The format of the programme as people write it. The plan follows while typing; Esc brings back the plan
 * that was there before. Beside it stand the usual formats of the level.
 */
export function PlanFormatField({ plan, level, partnerIds, onChange }: PlanFormatFieldProps) {
  const t = useText()
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  // The plan when the field was entered: what every typed text starts from and Esc returns to.
  const [entered, setEntered] = useState<StudyPlan | null>(null)
  const before = entered ?? plan
  const read = (text: string) => planFromTyped(text, { plan: before, level, partnerIds })
  const notation = planNotation(plan)
  const hasPartner = partnerIds.length > 0
  const problem = typed === null || typed.trim() === '' ? null : read(typed)

  function type(text: string) {
    setTyped(text)
    const result = read(text)
    onChange(result.kind === 'plan' ? result.plan : before)
  }

  /** What is typed is meant: Esc does not go back behind it. */
  function settle() {
    setEntered(plan)
    if (problem === null || problem.kind === 'plan') setTyped(null)
  }

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') {
      event.preventDefault()
      settle()
    } else if (event.code === 'KeyS' && (event.ctrlKey || event.metaKey)) {
      settle()
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      event.stopPropagation()
      onChange(before)
      setTyped(null)
    }
  }

  function reason(result: TypedFormat): string | undefined {
    if (result.kind === 'plan') return undefined
    if (result.kind === 'too-long') return t('programmes:plan.formatTooLong', { count: longestPlan })
    if (result.kind === 'not-understood') return t('programmes:plan.formatNotUnderstood')
    return t('programmes:plan.formatNeedsPartners', { wanted: result.wanted, present: result.present })
  }

  return (
    <Group align="flex-start" gap="md">
      <TextInput
        w={240}
        label={t('programmes:plan.formatLabel')}
        description={t('programmes:plan.formatHelp')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder={t('programmes:plan.formatExample')}
        value={typed ?? notation}
        disabled={!hasPartner}
        error={problem === null ? undefined : reason(problem)}
        onFocus={() => setEntered(plan)}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          setEntered(null)
          if (problem === null || problem.kind === 'plan') setTyped(null)
        }}
        onKeyDown={keyDown}
      />
      <div>
        <Text size="sm" fw={500}>
          {t('programmes:plan.derived')}
        </Text>
        <Text size="sm" aria-live="polite" maw={420}>
          {planInWords(plan, language) ||
            t(hasPartner ? 'programmes:plan.noFormat' : 'programmes:plan.formatNeedsPartner')}
        </Text>
        {hasPartner && usualFormats[level].length > 0 && (
          <Group gap="xs" mt="xs" role="group" aria-label={t('programmes:plan.templates')}>
            {usualFormats[level].map((format) => (
              <Button
                key={format}
                size="compact-sm"
                variant={format === notation ? 'filled' : 'default'}
                aria-label={t('programmes:plan.useTemplate', { format })}
                title={t('programmes:plan.templateSource')}
                onClick={() => {
                  setTyped(null)
                  const result = read(format)
                  if (result.kind === 'plan') onChange(result.plan)
                }}
              >
                {format}
              </Button>
            ))}
          </Group>
        )}
      </div>
    </Group>
  )
}
