import { Button, Group, Text } from '@mantine/core'
import { IconArrowBackUp, IconLock } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { pathOf, type Spot, spotOf } from '../../shared/frameworks/edit-framework.ts'
import { type FrameworkContent, frameworkContentSchema } from '../../shared/frameworks/framework.ts'
import type { Framework } from '../../shared/frameworks/framework-record.ts'
import { data } from '../app/client.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import type { RecordCalls, SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { type RecordForm, useRecordForm } from '../components/record/use-record-form.tsx'
import { EditorProblems } from './EditorProblems.tsx'
import { EditorTree } from './EditorTree.tsx'
import classes from './frameworks.module.css'
import { NodeForm } from './NodeForm.tsx'
import { useSteps } from './use-steps.ts'

/** A framework has its content where other records have fields. */
const calls: RecordCalls<Framework, FrameworkContent> = {
  get: data.frameworks.get,
  create: ({ fields }) => data.frameworks.create({ content: fields }),
  save: ({ fields, ...reference }) => data.frameworks.save({ ...reference, content: fields }),
  validate: ({ fields }) => data.frameworks.validate({ content: fields }),
}

/** The draft of a framework: tree at the left, the chosen item in the middle, what is wrong at the right. */
export function FrameworkEditor({ saved }: { readonly saved: SavedRecord<Framework> }) {
  const t = useText()
  const form = useRecordForm({
    topic: 'frameworks',
    saved,
    start: saved.record.content,
    schema: frameworkContentSchema,
    fieldsOf: ({ content }) => content,
    calls,
  })
  const [spot, setSpot] = useState<Spot | null>(null)
  const middle = useRef<HTMLDivElement>(null)
  const steps = useSteps(form.values, form.change)
  useCommand('undo', steps.undo, steps.canUndo)
  const goTo = useCallback((path: string) => {
    setSpot(spotOf(path))
    // The field is there once its item is shown.
    requestAnimationFrame(() => focusField(middle.current, path))
  }, [])
  return (
    <div className={classes.editor}>
      <div className={classes.column}>
        <EditorTree
          content={form.values}
          issues={form.issues}
          spot={spot}
          onSpot={setSpot}
          onEdit={steps.edit}
        />
      </div>
      <div className={classes.column} ref={middle}>
        <RecordFormFrame form={form} label={t('frameworks:editor')}>
          <NodeForm
            key={spot === null ? 'head' : pathOf(spot)}
            content={form.values}
            spot={spot}
            form={form}
            onEdit={steps.edit}
          />
        </RecordFormFrame>
      </div>
      <aside className={classes.column} aria-label={t('frameworks:problems.title')}>
        <Group gap="xs" mb="sm">
          <Publish form={form} saved={saved} />
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={!steps.canUndo}
            onClick={steps.undo}
          >
            {t('common:action.undo')}
          </Button>
        </Group>
        <EditorProblems content={form.values} issues={form.issues} onGo={goTo} />
      </aside>
    </div>
  )
}

function focusField(middle: HTMLElement | null, path: string): void {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const place = middle?.querySelector(`[data-path="${CSS.escape(parts.slice(0, length).join('.'))}"]`)
    const field = place?.matches('input, textarea') === true ? place : place?.querySelector('input, textarea')
    if (field instanceof HTMLElement) return field.focus()
  }
  const first = middle?.querySelector('input, textarea')
  if (first instanceof HTMLElement) first.focus()
}

type PublishProps = {
  readonly form: RecordForm<Framework, FrameworkContent>
  readonly saved: SavedRecord<Framework>
}

/** Freezes the draft for use in cycles; what is not saved is saved first. */
function Publish({ form, saved }: PublishProps) {
  const t = useText()
  const [isRunning, setRunning] = useState(false)
  const hasErrors = form.issues.some(({ severity }) => severity === 'error')
  const publish = async () => {
    setRunning(true)
    try {
      if (form.isDirty && !(await form.save())) return
      const { record } = await data.frameworks.get({ id: saved.record.id })
      await data.frameworks.publish({ id: record.id, revision: record.revision })
      notifyDone(t('frameworks:published'))
    } catch (error) {
      notifyRefusal(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button
        size="compact-sm"
        leftSection={<IconLock size={16} aria-hidden />}
        disabled={hasErrors || form.isReadOnly || form.conflict !== null}
        loading={isRunning}
        onClick={() => void publish()}
      >
        {t('frameworks:publish')}
      </Button>
      {hasErrors ? (
        <Text size="xs" c="dimmed">
          {t('frameworks:publishAfter')}
        </Text>
      ) : null}
    </>
  )
}
