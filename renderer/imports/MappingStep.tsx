import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { academicYearOf } from '../../shared/kernel/calendar.ts'
import { formatPercent } from '../../shared/kernel/format.ts'
import type { Preview } from '../../shared/imports/import-result.ts'
import type { ColumnProposal, Inspection, Layout, SheetChoice } from '../../shared/imports/layout.ts'
import { trustedFrom } from '../../shared/imports/recognise-columns.ts'
import {
  groupOf,
  isCountField,
  targetFields,
  targetFieldSchema,
  targetGroupSchema,
  type ColumnTarget,
  type TargetGroup,
} from '../../shared/imports/target-fields.ts'
import { programmeFeatureSchema } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import type { LongWork } from '../app/long-work.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import classes from './imports.module.css'

type MappingStepProps = {
  readonly inspection: Inspection
  readonly layout: Layout
  readonly onChange: (layout: Layout) => void
  readonly onBack: () => void
  readonly onNext: () => void
  readonly work: LongWork<{ choice: SheetChoice; layout: Layout }, Preview>
}

/** What each column means: proposed by its name, its values or an earlier import, and changed here. */
export function MappingStep({ inspection, layout, onChange, onBack, onNext, work }: MappingStepProps) {
  const t = useText()
  const columns = inspection.proposal?.columns ?? []
  const isMapped = layout.mapping.some(({ field }) => field !== null)

  function setTarget(target: ColumnTarget) {
    // A field is filled from one column (a count: from one column a year); the other column gives way.
    const mapping = layout.mapping
      .filter(({ column }) => column !== target.column)
      .map((other) =>
        other.field === target.field && other.academicYear === target.academicYear
          ? { ...other, field: null, academicYear: null }
          : other,
      )
    onChange({ ...layout, mapping: [...mapping, target].toSorted((one, two) => one.column - two.column) })
  }

  return (
    <Stack gap="md">
      <Options layout={layout} onChange={onChange} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports:mapping.column')}</th>
            <th scope="col">{t('imports:mapping.samples')}</th>
            <th scope="col">{t('imports:mapping.field')}</th>
            <th scope="col">{t('imports:mapping.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((proposal) => (
            <ColumnRow
              key={proposal.target.column}
              proposal={proposal}
              entity={inspection.entity}
              target={
                layout.mapping.find(({ column }) => column === proposal.target.column) ?? {
                  column: proposal.target.column,
                  field: null,
                  academicYear: null,
                }
              }
              onChange={setTarget}
            />
          ))}
        </tbody>
      </table>
      {work.isRunning ? (
        <ProgressPanel progress={work.progress} label={t('imports:checking')} onCancel={work.cancel} />
      ) : (
        <Group>
          <Button variant="default" onClick={onBack}>
            {t('imports:back')}
          </Button>
          <Button disabled={!isMapped} onClick={onNext}>
            {t('imports:next.check')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function Options({ layout, onChange }: Pick<MappingStepProps, 'layout' | 'onChange'>) {
  const t = useText()
  const thisYear = academicYearOf(useToday())
  return (
    <Group gap="lg" align="end">
      <AcademicYearField
        label={t('imports:mapping.year')}
        value={layout.academicYear}
        usual={thisYear}
        required
        onChange={(year) => onChange({ ...layout, academicYear: year ?? thisYear })}
      />
      <Select
        label={t('imports:mapping.feature')}
        data={programmeFeatureSchema.options.map((value) => ({
          value,
          label: t(`imports:feature.${value}`),
        }))}
        value={layout.feature}
        placeholder={t('imports:mapping.noFeature')}
        clearable
        w={260}
        onChange={(value) =>
          onChange({ ...layout, feature: value === null ? null : programmeFeatureSchema.parse(value) })
        }
      />
      <Checkbox
        label={t('imports:mapping.fillDown')}
        checked={layout.fillDown}
        pb={8}
        onChange={(event) => onChange({ ...layout, fillDown: event.currentTarget.checked })}
      />
    </Group>
  )
}

/** How sure a proposal is; one below the trusted measure asks for a look. */
function Certainty({ proposal: { basis, confidence } }: { readonly proposal: ColumnProposal }) {
  const t = useText()
  const language = useLanguage()
  if (basis === 'none' || basis === 'remembered') return null
  const isSure = confidence >= trustedFrom
  return (
    <Text size="xs" className="qos-figures" c={isSure ? 'dimmed' : 'var(--qos-warn)'}>
      {formatPercent(confidence, language, 0)}
      {isSure ? null : ` · ${t('imports:mapping.look')}`}
    </Text>
  )
}

/** The kinds of record whose fields are offered, the one that is meant first. */
function groupsFrom(entity: TargetGroup | null): readonly TargetGroup[] {
  return targetGroupSchema.options.toSorted((one, other) => Number(other === entity) - Number(one === entity))
}

type ColumnRowProps = {
  readonly proposal: ColumnProposal
  /** The kind of record of the list that the table was pasted into. */
  readonly entity: TargetGroup | null
  readonly target: ColumnTarget
  readonly onChange: (target: ColumnTarget) => void
}

function ColumnRow({ proposal, entity, target, onChange }: ColumnRowProps) {
  const t = useText()
  const thisYear = academicYearOf(useToday())
  const title =
    proposal.title === '' ? t('imports:mapping.untitled', { letter: proposal.letter }) : proposal.title
  const fields = groupsFrom(entity).map((group) => ({
    group: t(`imports:group.${group}`),
    items: targetFields
      .filter((field) => groupOf(field) === group)
      .map((field) => ({ value: field, label: t(`imports:field.${field}`) })),
  }))
  return (
    <tr>
      <td>
        <Text fw={700}>{title}</Text>
        <Text size="xs" c="dimmed">
          {proposal.letter}
        </Text>
      </td>
      <td>
        <Text size="xs" c="dimmed" maw={360} lineClamp={2}>
          {proposal.samples.join(' · ')}
        </Text>
      </td>
      <td>
        <Group gap="xs" wrap="nowrap">
          <Select
            aria-label={t('imports:mapping.fieldOf', { title })}
            data={fields}
            value={target.field}
            placeholder={t('imports:mapping.ignored')}
            searchable
            clearable
            w={300}
            onChange={(value) =>
              onChange({
                column: target.column,
                field: value === null ? null : targetFieldSchema.parse(value),
                academicYear: null,
              })
            }
          />
          {target.field !== null && isCountField(target.field) ? (
            <AcademicYearField
              aria-label={t('imports:mapping.yearOf', { title })}
              placeholder={t('imports:mapping.rowYear')}
              value={target.academicYear}
              usual={proposal.target.academicYear ?? thisYear}
              onChange={(academicYear) => onChange({ ...target, academicYear })}
            />
          ) : null}
        </Group>
      </td>
      <td>
        <Text size="xs" c="dimmed">
          {t(`imports:basis.${proposal.basis}`)}
        </Text>
        <Certainty proposal={proposal} />
      </td>
    </tr>
  )
}
