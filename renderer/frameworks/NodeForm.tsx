import { Checkbox, MultiSelect, Stack, Switch, TextInput, Title } from '@mantine/core'
import {
  changeCriterion,
  changePart,
  changeStandard,
  itemsAt,
  pathOf,
  type Spot,
} from '../../shared/frameworks/edit-framework.ts'
import {
  type Criterion,
  evidenceTypeSchema,
  type FrameworkContent,
  type FrameworkPart,
  type Standard,
} from '../../shared/frameworks/framework.ts'
import type { Framework } from '../../shared/frameworks/framework-record.ts'
import { useText } from '../app/i18n.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'
import { LongLocalizedField } from './LongLocalizedField.tsx'
import type { Edit } from './use-steps.ts'

type NodeFormProps = {
  readonly content: FrameworkContent
  /** Null: the head of the framework. */
  readonly spot: Spot | null
  readonly form: RecordForm<Framework, FrameworkContent>
  readonly onEdit: Edit
}

/** The fields of what is chosen in the tree. */
export function NodeForm(props: NodeFormProps) {
  const { content, spot, form, onEdit } = props
  if (spot === null) return <HeadFields {...props} />
  const { part, standard, criterion } = itemsAt(content, spot)
  const path = pathOf(spot)
  const common = { path, form }
  if (criterion !== undefined)
    return (
      <CriterionFields
        {...common}
        item={criterion}
        onChange={(change, what) => onEdit(changeCriterion(content, spot, change), `${path}.${what}`)}
      />
    )
  if (standard !== undefined)
    return (
      <StandardFields
        {...common}
        item={standard}
        onChange={(change, what) => onEdit(changeStandard(content, spot, change), `${path}.${what}`)}
      />
    )
  if (part === undefined) return null
  return (
    <PartFields
      {...common}
      item={part}
      onChange={(change, what) => onEdit(changePart(content, spot, change), `${path}.${what}`)}
    />
  )
}

function HeadFields({ content, form, onEdit }: NodeFormProps) {
  const t = useText()
  const set = (change: Partial<FrameworkContent>, what: string) => onEdit({ ...content, ...change }, what)
  return (
    <Stack gap="md">
      <Title order={2} size="md">
        {t('frameworks:head')}
      </Title>
      <TextInput
        {...form.control('version')}
        label={t('frameworks:field.version')}
        value={content.version}
        onChange={(event) => set({ version: event.currentTarget.value }, 'version')}
      />
      {(['titles', 'publisher', 'licence'] as const).map((name) => (
        <LongLocalizedField
          key={name}
          form={form}
          path={name}
          label={t(`frameworks:field.${name}`)}
          value={content[name]}
          onChange={(value, language) => set({ [name]: value }, `${name}.${language}`)}
        />
      ))}
      <TextInput
        {...form.control('source')}
        label={t('frameworks:field.source')}
        value={content.source}
        onChange={(event) => set({ source: event.currentTarget.value }, 'source')}
      />
    </Stack>
  )
}

type FieldsProps<Item> = {
  readonly item: Item
  readonly path: string
  readonly form: RecordForm<Framework, FrameworkContent>
  readonly onChange: (change: Partial<Item>, what: string) => void
}

type CodeFieldProps = Omit<FieldsProps<unknown>, 'item' | 'onChange'> & {
  readonly code: string
  readonly onChange: (code: string) => void
}

function CodeField({ code, path, form, onChange }: CodeFieldProps) {
  const t = useText()
  return (
    <TextInput
      {...form.control(`${path}.code`)}
      label={t('frameworks:field.itemCode')}
      value={code}
      maxLength={40}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  )
}

function PartFields({ item, path, form, onChange }: FieldsProps<FrameworkPart>) {
  const t = useText()
  return (
    <Stack gap="md">
      <CodeField code={item.code} path={path} form={form} onChange={(code) => onChange({ code }, 'code')} />
      <LongLocalizedField
        form={form}
        path={`${path}.title`}
        label={t('frameworks:field.title')}
        value={item.title}
        onChange={(title, language) => onChange({ title }, `title.${language}`)}
      />
    </Stack>
  )
}

function StandardFields({ item, path, form, onChange }: FieldsProps<Standard>) {
  const t = useText()
  return (
    <Stack gap="md">
      <CodeField code={item.code} path={path} form={form} onChange={(code) => onChange({ code }, 'code')} />
      <LongLocalizedField
        form={form}
        path={`${path}.title`}
        label={t('frameworks:field.title')}
        value={item.title}
        onChange={(title, language) => onChange({ title }, `title.${language}`)}
      />
      <LongLocalizedField
        form={form}
        path={`${path}.statement`}
        label={t('frameworks:field.statement')}
        value={item.statement}
        onChange={(statement, language) => onChange({ statement }, `statement.${language}`)}
      />
    </Stack>
  )
}

function CriterionFields({ item, path, form, onChange }: FieldsProps<Criterion>) {
  const t = useText()
  return (
    <Stack gap="md">
      <CodeField code={item.code} path={path} form={form} onChange={(code) => onChange({ code }, 'code')} />
      <LongLocalizedField
        form={form}
        path={`${path}.text`}
        label={t('frameworks:field.text')}
        value={item.text}
        onChange={(text, language) => onChange({ text }, `text.${language}`)}
      />
      <LongLocalizedField
        form={form}
        path={`${path}.guidance`}
        label={t('frameworks:field.guidance')}
        value={item.guidance}
        onChange={(guidance, language) => onChange({ guidance }, `guidance.${language}`)}
      />
      <MultiSelect
        label={t('frameworks:usualEvidence')}
        data={evidenceTypeSchema.options.map((type) => ({
          value: type,
          label: t(`frameworks:evidence.${type}`),
        }))}
        value={item.evidenceTypes}
        readOnly={form.isReadOnly}
        onChange={(values) =>
          onChange({ evidenceTypes: evidenceTypeSchema.options.filter((type) => values.includes(type)) }, '')
        }
      />
      <Checkbox
        label={t('frameworks:onlyDoubleDegree')}
        checked={item.onlyFor !== null}
        onChange={(event) => onChange({ onlyFor: event.currentTarget.checked ? 'double-degree' : null }, '')}
      />
      <Switch
        label={t('frameworks:ownMark')}
        checked={item.isOwn}
        onChange={(event) => onChange({ isOwn: event.currentTarget.checked }, '')}
      />
    </Stack>
  )
}
