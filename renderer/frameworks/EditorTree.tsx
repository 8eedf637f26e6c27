import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import {
  addPart,
  addStandard,
  itemsAt,
  moveAt,
  pathOf,
  removeAt,
  type Spot,
  spotsOf,
} from '../../shared/frameworks/edit-framework.ts'
import type { FrameworkContent } from '../../shared/frameworks/framework.ts'
import { addOwnCriterion } from '../../shared/frameworks/framework-rules.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import type { FieldIssue } from '../components/record/field-issue.ts'
import { EditorNode } from './EditorNode.tsx'
import classes from './frameworks.module.css'
import type { Edit } from './use-steps.ts'

type EditorTreeProps = {
  readonly content: FrameworkContent
  readonly issues: readonly FieldIssue[]
  /** Null: the head of the framework. */
  readonly spot: Spot | null
  readonly onSpot: (spot: Spot | null) => void
  readonly onEdit: Edit
}

const nothing = { kk: '', ru: '', en: '' }

const keyOf = (spot: Spot | null): string => (spot === null ? 'head' : pathOf(spot))

/** What is done with the items of the tree, by button and by key. */
function useTreeDeeds({ content, spot, onSpot, onEdit }: EditorTreeProps) {
  const standard = spot === null ? undefined : itemsAt(content, spot).standard
  const take = (changed: { content: FrameworkContent; spot: Spot } | null): void => {
    if (changed === null) return
    onEdit(changed.content, '')
    onSpot(changed.spot)
  }
  return {
    isStandard: standard !== undefined,
    addPart: () => take(addPart(content)),
    addStandard: () => take(addStandard(content, spot ?? { part: 0, standard: null, criterion: null })),
    addCriterion: () => {
      if (standard === undefined || spot === null) return
      const own = { text: nothing, guidance: nothing, evidenceTypes: [], onlyFor: null }
      const added = addOwnCriterion(content, standard.code, own)
      if (added !== null)
        take({ content: added.content, spot: { ...spot, criterion: standard.criteria.length } })
    },
    move: (by: -1 | 1) => take(spot === null ? null : moveAt(content, spot, by)),
    remove: () => {
      if (spot === null || (spot.standard === null && content.parts.length === 1)) return
      onEdit(removeAt(content, spot), '')
      onSpot(
        spot.criterion === null
          ? spot.standard === null
            ? null
            : { ...spot, standard: null }
          : { ...spot, criterion: null },
      )
    },
  }
}

/** Parts, standards and criteria as a tree: arrows choose, Alt with an arrow moves, Insert adds, Delete removes. */
export function EditorTree(props: EditorTreeProps) {
  const { content, issues, spot, onSpot } = props
  const t = useText()
  const deeds = useTreeDeeds(props)
  const spots: (Spot | null)[] = [null, ...spotsOf(content)]
  const at = spots.findIndex((each) => keyOf(each) === keyOf(spot))
  useCommand('new-record', deeds.addCriterion, deeds.isStandard)
  const choose = (index: number, tree: HTMLElement): void => {
    const chosen = spots[Math.max(0, Math.min(index, spots.length - 1))] ?? null
    onSpot(chosen)
    const node = tree.querySelector(`[data-key="${CSS.escape(keyOf(chosen))}"]`)
    if (node instanceof HTMLElement) node.focus()
  }
  const press = (event: KeyboardEvent<HTMLUListElement>): void => {
    const tree = event.currentTarget
    const run: Record<string, () => void> = {
      ArrowDown: () => (event.altKey ? deeds.move(1) : choose(at + 1, tree)),
      ArrowUp: () => (event.altKey ? deeds.move(-1) : choose(at - 1, tree)),
      Home: () => choose(0, tree),
      End: () => choose(spots.length - 1, tree),
      Insert: () => (deeds.isStandard ? deeds.addCriterion() : deeds.addStandard()),
      Delete: deeds.remove,
    }
    const deed = run[event.key]
    if (deed === undefined) return
    event.preventDefault()
    deed()
  }
  return (
    <>
      <div className={classes.tools}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={deeds.addPart}
        >
          {t('frameworks:add.part')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={deeds.addStandard}
        >
          {t('frameworks:add.standard')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={!deeds.isStandard}
          onClick={deeds.addCriterion}
        >
          {t('frameworks:add.criterion')}
        </Button>
        <Tool
          label={`${t('frameworks:move.up')} (Alt+↑)`}
          icon={IconArrowUp}
          isOff={spot === null}
          onClick={() => deeds.move(-1)}
        />
        <Tool
          label={`${t('frameworks:move.down')} (Alt+↓)`}
          icon={IconArrowDown}
          isOff={spot === null}
          onClick={() => deeds.move(1)}
        />
        <Tool
          label={`${t('common:action.remove')} (Delete)`}
          icon={IconTrash}
          isOff={spot === null}
          onClick={deeds.remove}
        />
      </div>
      <ul className={classes.tree} role="tree" aria-label={t('frameworks:outline')} onKeyDown={press}>
        {spots.map((each, index) => (
          <EditorNode
            key={keyOf(each)}
            id={keyOf(each)}
            spot={each}
            content={content}
            issues={issues}
            isChosen={index === at}
            onChoose={() => onSpot(each)}
          />
        ))}
      </ul>
    </>
  )
}

type ToolProps = {
  readonly label: string
  readonly icon: typeof IconArrowUp
  readonly isOff: boolean
  readonly onClick: () => void
}

function Tool({ label, icon: Icon, isOff, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} disabled={isOff} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
