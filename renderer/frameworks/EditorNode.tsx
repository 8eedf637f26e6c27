import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { itemsAt, type Spot } from '../../shared/frameworks/edit-framework.ts'
import type { FrameworkContent } from '../../shared/frameworks/framework.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { FieldIssue } from '../components/record/field-issue.ts'
import classes from './frameworks.module.css'

type EditorNodeProps = {
  /** Path of the item in the framework; `head`: the framework as a whole. */
  readonly id: string
  readonly spot: Spot | null
  readonly content: FrameworkContent
  readonly issues: readonly FieldIssue[]
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One line of the tree: number, heading, and a mark when something in it has to be corrected. */
export function EditorNode({ id, spot, content, issues, isChosen, onChoose }: EditorNodeProps) {
  const t = useText()
  const language = useLanguage()
  const { code, text, level, isOwn } = lineOf(content, spot)
  return (
    <li
      role="treeitem"
      className={classes.node}
      aria-level={level}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      data-key={id}
      onClick={onChoose}
    >
      <b>{code ?? t('frameworks:head')}</b>
      <span>
        {text === null ? '' : nameIn(text, language)}
        {isOwn ? ` · ${t('frameworks:own')}` : ''}
      </span>
      <Flaw issues={issues.filter(({ path }) => isAbout(path, spot, id))} />
    </li>
  )
}

function lineOf(content: FrameworkContent, spot: Spot | null) {
  if (spot === null) return { code: null, text: null, level: 1, isOwn: false }
  const { part, standard, criterion } = itemsAt(content, spot)
  if (criterion !== undefined)
    return { code: criterion.code, text: criterion.text, level: 3, isOwn: criterion.isOwn }
  if (standard !== undefined) return { code: standard.code, text: standard.title, level: 2, isOwn: false }
  return { code: part?.code ?? '', text: part?.title ?? null, level: 1, isOwn: false }
}

/** The gravest of the findings as a sign. */
function Flaw({ issues }: { readonly issues: readonly FieldIssue[] }) {
  const t = useText()
  const flaw = issues.find(({ severity }) => severity === 'error') ?? issues[0]
  if (flaw === undefined) return null
  const Sign = flaw.severity === 'error' ? IconAlertCircle : IconAlertTriangle
  return (
    <Sign
      size={14}
      className={classes.flaw}
      data-severity={flaw.severity}
      role="img"
      aria-label={t(`common:severity.${flaw.severity}`)}
    />
  )
}

/** Whether a finding is about the item itself, not about one below it. */
function isAbout(path: string, spot: Spot | null, id: string): boolean {
  if (spot === null) return !path.startsWith('parts.')
  if (path !== id && !path.startsWith(`${id}.`)) return false
  return !/^\.(standards|criteria)\./.test(path.slice(id.length))
}
